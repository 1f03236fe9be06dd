#include "models/dataset/dataset_target.hpp"

namespace daicho {

DatasetTarget file_target(const std::string& path) {
    return {path, [path] { return file_sink(path); }};
}

DatasetTarget memory_target(std::string& bytes, std::string name) {
    return {std::move(name), [&bytes] { return memory_sink(bytes); }};
}

}  // namespace daicho
