#pragma once

#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

namespace daicho {

/// As many threads as the system gives, at most `wanted`, each of which runs `work` with its number from 0
/// on. Fewer, or none, where it gives no more: the caller does what is left. They are the caller's to join.
std::vector<std::thread> start_threads(std::size_t wanted, const std::function<void(std::size_t)>& work);

}  // namespace daicho
