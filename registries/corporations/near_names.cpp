#include "registries/corporations/near_names.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_near_looked_at = 512;
constexpr std::size_t least_characters_for_near = 3;

class NearNames {
 public:
    NearNames(CorporateNameIndex& index, const std::function<void(const NameDocument&)>& found)
        : index_(index), found_(found) {}

    void find(NameSpace space, std::string_view text);

 private:
    void find_in(std::size_t segment, NameSpace space, std::string_view core, std::string_view text);
    void find_other(const CorporateNameIndex::Range& range, std::string_view head, std::string_view tail,
                    std::string_view text);

    CorporateNameIndex& index_;
    const std::function<void(const NameDocument&)>& found_;
};

/// What is before it is the beginning of a name, and the bigrams behind it are in one:
/// where they are not, it need not be looked for.
void NearNames::find(NameSpace space, std::string_view text) {
    std::vector<std::size_t> at;  // where the characters begin, and the end
    for (std::size_t i = 0; i < text.size(); i += code_point_at(text, i).size) at.push_back(i);
    const std::size_t length = at.size();
    if (length < least_characters_for_near) return;
    at.push_back(text.size());
    const auto cut = [&](std::size_t from, std::size_t to) {
        return text.substr(at[from], at[std::max(from, to)] - at[from]);
    };
    std::vector<Bigram> bigrams;
    read_bigrams(text, bigrams);
    for (std::size_t segment = 0; segment < index_.segments(); ++segment) {
        std::size_t known = length;  // from here on every bigram is in some name
        while (known > 0 && index_.has(segment, space, bigrams[known - 1])) --known;
        for (std::size_t i = known < 2 ? 0 : known - 2; i <= length; ++i) {
            const std::string_view head = cut(0, i);
            const CorporateNameIndex::Range range =
                i == 0 ? index_.whole(segment, space) : index_.beginning(segment, space, head);
            if (range.begin == range.end) break;
            if (i + 1 < length) {
                const std::string swapped = std::string(cut(i + 1, i + 2)).append(cut(i, i + 1));
                find_in(segment, space, std::string(head).append(swapped).append(cut(i + 2, length)), text);
            }
            if (i < length && i + 1 >= known)
                find_in(segment, space, std::string(head).append(cut(i + 1, length)), text);
            if (i < length && i + 1 >= known) find_other(range, head, cut(i + 1, length), text);
            if (i >= known) find_other(range, head, cut(i, length), text);
        }
    }
}

void NearNames::find_in(std::size_t segment, NameSpace space, std::string_view core, std::string_view text) {
    if (core == text) return;
    index_.visit(index_.equal(segment, space, core), [&](const NameDocument& document) {
        found_(document);
        return true;
    });
}

/// Names with one character between `head` and `tail`.
void NearNames::find_other(const CorporateNameIndex::Range& range, std::string_view head,
                           std::string_view tail, std::string_view text) {
    std::vector<Bigram> bigrams;
    read_bigrams(tail, bigrams);
    std::vector<std::uint32_t> documents;
    // Lists of bigrams are read whole: where the beginning is that of few, these are looked at instead.
    if (bigrams.empty() || range.end - range.begin <= most_near_looked_at) {
        for (std::uint32_t d = range.begin; d < range.end && documents.size() < most_near_looked_at; ++d)
            documents.push_back(d);
    } else {
        documents = index_.containing(range, bigrams, most_near_looked_at);
    }
    std::size_t left = most_near_looked_at;
    index_.visit(range, documents, [&](const NameDocument& document) {
        const std::string_view core = document.core;
        if (left-- == 0) return false;
        if (core.size() <= head.size() + tail.size() || core == text || !core.starts_with(head) ||
            !core.ends_with(tail)) {
            return true;
        }
        const std::size_t between = core.size() - head.size() - tail.size();
        if (count_code_points(core.substr(head.size(), between)) == 1) found_(document);
        return true;
    });
}

}  // namespace

void visit_near_names(CorporateNameIndex& index, NameSpace space, std::string_view text,
                      const std::function<void(const NameDocument&)>& found) {
    NearNames(index, found).find(space, text);
}

}  // namespace daicho
