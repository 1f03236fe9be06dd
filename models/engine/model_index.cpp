#include "models/engine/model_index.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "grammars/base/embedded_file.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/header.hpp"

namespace daicho {

namespace {

constexpr std::string_view keys_header = "keys\n";

/// Takes what stands before `sign` off `text`, and the sign.
std::string_view take(std::string_view& text, char sign) {
    const auto end = text.find(sign);
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return part;
}

std::size_t number_of(std::string_view digits) {
    std::size_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

}  // namespace

ModelIndex::ModelIndex(std::string_view text) {
    while (!text.empty() && !text.starts_with(keys_header)) add_line(take(text, '\n'));
    if (text.starts_with(keys_header)) text.remove_prefix(keys_header.size());
    while (!text.empty()) keys_.push_back(take(text, '\n'));
}

const ModelIndex& ModelIndex::embedded() {
    static const ModelIndex index(embedded_model_index().front().text);
    return index;
}

void ModelIndex::add_line(std::string_view line) {
    const std::string_view what = take(line, '\t');
    if (what == "file") {
        File file;
        for (std::string_view File::*part :
             {&File::path, &File::model, &File::version, &File::ja, &File::en, &File::status})
            file.*part = take(line, '\t');
        files_.push_back(file);
        return;
    }
    if (what == "items") {
        for (Named& one : classes_) one.items = number_of(take(line, ' '));
        return;
    }
    if (what == "common") {
        common_ = number_of(line);
        return;
    }
    Named named;
    named.file = static_cast<std::uint32_t>(files_.size() - 1);
    named.name = take(line, '\t');
    named.ja = take(line, '\t');
    named.en = take(line, '\t');
    named.part = take(line, '\t') == "part";
    named.rare = take(line, '\t') == "rare";
    if (what == "class") classes_.push_back(named);
    if (what == "codes") code_lists_.push_back(named);
}

std::vector<std::size_t> ModelIndex::classes_knowing(std::string_view header) const {
    std::set<std::size_t> classes;
    const auto add = [&](std::string_view numbers) {
        while (!numbers.empty()) {
            const std::size_t number = number_of(take(numbers, ' '));
            if (number < classes_.size()) classes.insert(number);
        }
    };
    const std::string key = header_key(header);
    add(classes_with(key));
    for (const auto& [whole, number] : repeated_keys(key)) add(classes_with(whole));
    return {classes.begin(), classes.end()};
}

bool ModelIndex::knows(std::string_view header) const {
    const std::string key = header_key(header);
    return !classes_with(key).empty() || std::ranges::any_of(repeated_keys(key), [&](const auto& repeated) {
        return !classes_with(repeated.first).empty();
    });
}

double ModelIndex::weighed(std::span<const std::size_t> classes, bool rare) const {
    const auto counts = [&](std::size_t number) { return rare || !classes_[number].rare; };
    return std::max(1.0, static_cast<double>(std::ranges::count_if(classes, counts)));
}

std::string_view ModelIndex::classes_with(std::string_view key) const {
    const auto key_of = [](std::string_view line) { return take(line, '\t'); };
    const auto found = std::ranges::lower_bound(keys_, key, {}, key_of);
    if (key.empty() || found == keys_.end() || key_of(*found) != key) return {};
    return found->substr(key.size() + 1);
}

}  // namespace daicho
