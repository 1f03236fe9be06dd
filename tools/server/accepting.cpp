#include "tools/server/accepting.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace daicho {

namespace {

std::string_view without_blanks(std::string_view text) {
    while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    return text;
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

/// Calls `use` with each item of a list and its weight.
template <class Use>
void for_each_weighted(std::string_view header, const Use& use) {
    while (!header.empty()) {
        const std::size_t end = std::min(header.find(','), header.size());
        std::string_view item = header.substr(0, end);
        header.remove_prefix(std::min(end + 1, header.size()));
        double weight = 1;
        const std::size_t semicolon = std::min(item.find(';'), item.size());
        const std::string rest(item.substr(semicolon));
        if (const std::size_t q = rest.find("q="); q != rest.npos)
            weight = std::strtod(rest.c_str() + q + 2, nullptr);
        use(lower_ascii(without_blanks(item.substr(0, semicolon))), weight);
    }
}

}  // namespace

Language accepted_language(std::string_view header, Language otherwise) {
    double japanese = 0, english = 0;
    for_each_weighted(header, [&](const std::string& tag, double weight) {
        if (tag == "ja" || tag.starts_with("ja-")) japanese = std::max(japanese, weight);
        if (tag == "en" || tag.starts_with("en-")) english = std::max(english, weight);
    });
    if (japanese == english) return otherwise;
    return japanese > english ? Language::ja : Language::en;
}

bool accepts_gzip(std::string_view header) {
    bool accepted = false;
    for_each_weighted(header, [&](const std::string& name, double weight) {
        if (name == "gzip") accepted = weight > 0;
    });
    return accepted;
}

bool prefers_type(std::string_view header, std::string_view type) {
    double own = 0, best = 0;
    for_each_weighted(header, [&](const std::string& name, double weight) {
        if (name == type) own = weight;
        if (name == "application/json" || name == "text/csv" || name == "application/geo+json")
            best = std::max(best, weight);
    });
    return own > 0 && own >= best;
}

}  // namespace daicho
