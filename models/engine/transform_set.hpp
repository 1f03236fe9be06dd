#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/engine/mapping.hpp"
#include "models/engine/model_set.hpp"

namespace daicho {

/// The transformations that the program knows: those compiled in, and any that a path names. Files are parsed
/// when they are first asked for.
class TransformSet {
 public:
    /// The transformation named `name` ("disaster_notice"), or that of the .gift file at that path. Throws
    /// Error where there is none, naming what there is.
    const TransformSource& get(std::string_view name);
    /// The names of those that are compiled in.
    static std::vector<std::string> names();

 private:
    std::map<std::string, std::unique_ptr<TransformSource>, std::less<>> sources_;  // by path
};

/// The class that a transformation makes. Throws Error where there is none.
const Model& target_of(const TransformSource& transform, ModelSet& models);

}  // namespace daicho
