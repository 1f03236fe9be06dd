#include "grammars/base/start_threads.hpp"

#include <system_error>

namespace daicho {

std::vector<std::thread> start_threads(std::size_t wanted, const std::function<void(std::size_t)>& work) {
    std::vector<std::thread> threads;
    threads.reserve(wanted);
    try {
        for (std::size_t i = 0; i < wanted; ++i) threads.emplace_back(work, i);
    } catch (const std::system_error&) {  // no more are given
    }
    return threads;
}

}  // namespace daicho
