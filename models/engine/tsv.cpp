#include "models/engine/tsv.hpp"

#include <algorithm>

namespace daicho {

namespace {

std::vector<std::string_view> split(std::string_view text, char sign) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find(sign);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::string TsvRow::get(std::string_view name) const {
    const auto at = std::ranges::find(*header_, name);
    if (at == header_->end()) return {};
    const auto index = static_cast<std::size_t>(at - header_->begin());
    return index < cells_.size() ? std::string(cells_[index]) : std::string();
}

TsvTable::TsvTable(std::string_view text) {
    for (std::string_view line : split(text, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.starts_with('#')) continue;
        if (header_.empty()) {
            header_ = split(line, '\t');
        } else {
            rows_.emplace_back(header_, split(line, '\t'));
        }
    }
}

std::vector<std::string_view> split_list(std::string_view cell) {
    std::vector<std::string_view> parts = split(cell, ';');
    std::erase(parts, std::string_view());
    return parts;
}

}  // namespace daicho
