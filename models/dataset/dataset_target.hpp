#pragma once

#include <functional>
#include <memory>
#include <string>

#include "grammars/base/byte_sink.hpp"

namespace daicho {

/// Where a dataset that is made goes to.
struct DatasetTarget {
    std::string name;                                 ///< in messages and reports
    std::function<std::unique_ptr<ByteSink>()> open;  ///< called once, when the first bytes are there
};

/// The file at `path`, which appears once it is whole; "-" is standard output.
DatasetTarget file_target(const std::string& path);

/// Appends to `bytes`, which must outlive the run.
DatasetTarget memory_target(std::string& bytes, std::string name = "(memory)");

}  // namespace daicho
