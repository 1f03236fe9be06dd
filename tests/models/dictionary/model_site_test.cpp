#include "models/dictionary/model_site.hpp"

#include <map>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

using namespace daicho;

namespace {

/// The text of an address without its %XX.
std::string from_address(std::string_view address) {
    std::string out;
    for (std::size_t i = 0; i < address.size(); ++i) {
        if (address[i] != '%') {
            out += address[i];
            continue;
        }
        out += static_cast<char>(std::stoi(std::string(address.substr(i + 1, 2)), nullptr, 16));
        i += 2;
    }
    return out;
}

/// What stands in `text` between `before` and the next `end`, wherever it does.
std::vector<std::string> all_between(const std::string& text, const std::string& before, char end) {
    std::vector<std::string> found;
    for (std::size_t at = 0; (at = text.find(before, at)) != text.npos;) {
        at += before.size();
        found.push_back(text.substr(at, text.find(end, at) - at));
    }
    return found;
}

}  // namespace

TEST_CASE("every link of the site of the models leads to a page of it, and every page is linked") {
    ModelSet models;
    for (const Language language : {Language::ja, Language::en}) {
        std::map<std::string, std::string> files;
        for (SiteFile& file : model_site(models, language)) {
            CAPTURE(file.name);
            CHECK(files.emplace(file.name, std::move(file.text)).second);
        }
        std::set<std::string> wrong, reached{"index.html"};
        const auto follow = [&](const std::string& address) {
            const auto hash = address.find('#');
            const std::string page = from_address(address.substr(0, hash));
            reached.insert(page);
            if (page.empty()) return;
            if (!files.contains(page)) {
                wrong.insert(address);
                return;
            }
            if (hash == address.npos) return;
            const std::string id = from_address(address.substr(hash + 1));
            if (files[page].find("id=\"" + id + "\"") == std::string::npos) wrong.insert(address);
        };
        for (const auto& file : files) {
            if (!file.first.ends_with(".html")) continue;
            for (const char* before : {"href=\"", "src=\""}) {
                for (const auto& address : all_between(file.second, before, '"')) follow(address);
            }
        }
        // What the search finds: label, name, where, address, kind.
        std::istringstream words(files["index.js"]);
        std::size_t places = 0;
        for (std::string line; std::getline(words, line);) {
            if (!line.starts_with("[\"")) continue;
            const auto kind = line.rfind("\",\""), before = line.rfind("\",\"", kind - 1);
            const std::string address = line.substr(before + 3, kind - before - 3);
            follow(address);
            places += address.find('#') != address.npos;
        }
        CHECK(places > 4000);
        for (const auto& [name, text] : files) {
            if (!name.ends_with(".html")) continue;
            const auto ids = all_between(text, " id=\"", '"');
            CAPTURE(name);
            CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
        }
        CHECK(wrong == std::set<std::string>{});
        CHECK(reached.size() == files.size() + 1);  // and "" of the link to the content
    }
}
