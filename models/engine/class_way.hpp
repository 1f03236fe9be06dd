#pragma once

#include <optional>
#include <string>
#include <vector>

#include "grammars/model_language/syntax.hpp"

namespace daicho {

/// The way from the dataset's class down to a nested one.
struct Way {
    std::string path;   // "address."
    std::string label;  // "住所_"
    std::string key;    // folded label
    bool extension = false;
    bool confidential = false;
    bool repeats = false;
    std::size_t repeat_label = 0;  // where in `label` and `path` the number of a repetition goes
    std::size_t repeat_path = 0;
    std::vector<std::string> labels;         // of the items on the way
    std::optional<std::size_t> repeat_step;  // which of them there may be several of
    std::vector<const syntax::Class*> classes;
};

/// The way on through an item that nests a class.
Way way_down(const syntax::Item& item, const Way& way);

}  // namespace daicho
