#pragma once

#include <cstdio>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>

/// The files of Unicode's character database that the program was built from.
inline std::string unicode_file(const std::string& name) {
    return DAICHO_UNICODE_DATA "/" + name;
}

/// Calls `visit` for each line of a file of Unicode, packed with bzip2 or not.
inline void for_each_unicode_line(const std::string& name,
                                  const std::function<void(const std::string&)>& visit) {
    if (!name.ends_with(".bz2")) {
        std::ifstream file(unicode_file(name));
        if (!file) throw std::runtime_error(unicode_file(name) + " cannot be read");
        for (std::string line; std::getline(file, line);) visit(line);
        return;
    }
    std::FILE* pipe = popen(("bzip2 -dc " + unicode_file(name)).c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("bzip2 cannot be run");
    std::string line;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
        if (c != '\n') {
            line.push_back(static_cast<char>(c));
            continue;
        }
        visit(line);
        line.clear();
    }
    if (pclose(pipe) != 0)
        throw std::runtime_error(unicode_file(name) + " cannot be unpacked: is bzip2 installed?");
}
