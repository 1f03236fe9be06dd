#pragma once

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace bench {

/// What a command takes.
struct CommandCost {
    double seconds = 0;    ///< of CPU, user and system; 0: it is not there, or fails
    double megabytes = 0;  ///< of memory, at most at a time
    double wall = 0;       ///< seconds that passed
};

/// The best of some runs of a command, with its output thrown away. `fine`: an exit code that is no failure,
/// beside 0.
inline CommandCost command_cost(const std::vector<std::string>& command, int fine = 0, int runs = 5) {
    std::vector<const char*> words;
    for (const std::string& word : command) words.push_back(word.c_str());
    words.push_back(nullptr);
    CommandCost best{1e30, 0, 1e30};
    for (int i = 0; i < runs; ++i) {
        const auto begun = std::chrono::steady_clock::now();
        const pid_t child = fork();
        if (child == 0) {
            const int nowhere = open("/dev/null", O_WRONLY);
            dup2(nowhere, STDOUT_FILENO);
            dup2(nowhere, STDERR_FILENO);
            execvp(words[0], const_cast<char* const*>(words.data()));
            _exit(127);
        }
        int status = 0;
        rusage usage{};
        wait4(child, &status, 0, &usage);
        if (status != 0 && !(WIFEXITED(status) && WEXITSTATUS(status) == fine)) return {};
        const auto seconds = [](const timeval& t) {
            return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
        };
        best.seconds = std::min(best.seconds, seconds(usage.ru_utime) + seconds(usage.ru_stime));
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begun;
        best.wall = std::min(best.wall, passed.count());
        best.megabytes = std::max(best.megabytes, static_cast<double>(usage.ru_maxrss) / 1024);
    }
    return best;
}

/// The seconds of CPU alone.
inline double command_seconds(const std::vector<std::string>& command) {
    return command_cost(command).seconds;
}

}  // namespace bench
