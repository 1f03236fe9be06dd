#include "grammars/formats/mojibake_text.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "grammars/formats/simd.hpp"

namespace daicho {

namespace {

using Mistakes = std::vector<Misreading>;

/// Calls `use(line, offset, part)` for every part beyond ASCII, or with an escape. The separators are no byte
/// of a longer character in any encoding that text is misread as.
template <class Use>
void for_each_part(std::string_view text, Use&& use) {
    std::uint64_t line = 1;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find_first_of(",\t\"\r\n", at), text.size());
        const std::string_view part = text.substr(at, end - at);
        if (ascii_prefix(part) != part.size() || part.find('\x1B') != part.npos) use(line, at, part);
        line += end < text.size() && text[end] == '\n';
        at = end + 1;
    }
}

/// The likeliest of the texts that a chain of mistakes makes `part` of.
std::optional<std::string> undo_all(std::string_view part, std::span<const Misreading> mistakes) {
    if (mistakes.empty()) return std::string{part};
    std::optional<std::string> best;
    double least = 0;
    for (const std::string& undone : undo_misreading(part, mistakes.front())) {
        auto text = undo_all(undone, mistakes.subspan(1));
        if (!text) continue;
        TextLikelihood likelihood;
        likelihood.add(*text);
        if (best && likelihood.bits() >= least) continue;
        least = likelihood.bits();
        best = std::move(text);
    }
    return best;
}

/// The mistakes that most of the repaired parts went through.
Mistakes usual_mistakes(const std::vector<GarbledPart>& parts) {
    std::vector<std::pair<Mistakes, int>> votes;
    for (const auto& part : parts) {
        if (!part.repair) continue;
        auto vote = std::ranges::find(votes, part.repair->mistakes, &std::pair<Mistakes, int>::first);
        if (vote == votes.end()) vote = votes.insert(votes.end(), {part.repair->mistakes, 0});
        vote->second += 1;
    }
    if (votes.empty()) return {};
    return std::ranges::max_element(votes, {}, &std::pair<Mistakes, int>::second)->first;
}

MojibakeRepair make_repair(std::string_view part, std::string text, const Mistakes& mistakes) {
    TextLikelihood before;
    TextLikelihood after;
    before.add(part);
    after.add(text);
    return {std::move(text), mistakes, before.counts(), after.counts(), before.bits() - after.bits()};
}

/// Undoes the same mistakes in every part; nothing where one does not come from them.
std::optional<std::vector<GarbledPart>> undo_everywhere(std::string_view text, const Mistakes& mistakes) {
    std::vector<GarbledPart> parts;
    bool all = true;
    for_each_part(text, [&](std::uint64_t line, std::size_t offset, std::string_view part) {
        if (!all) return;
        auto undone = undo_all(part, mistakes);
        all = undone.has_value();
        if (all) parts.push_back({line, offset, part, make_repair(part, std::move(*undone), mistakes)});
    });
    if (!all) return {};
    return parts;
}

}  // namespace

TextRepair find_garbled_parts(std::string_view text) {
    TextRepair found;
    for_each_part(text, [&](std::uint64_t line, std::size_t offset, std::string_view part) {
        auto repair = find_mojibake_repair(part);
        if (repair || looks_garbled(part)) found.parts.push_back({line, offset, part, std::move(repair)});
    });
    const Mistakes mistakes = usual_mistakes(found.parts);
    if (mistakes.empty()) return found;
    auto everywhere = undo_everywhere(text, mistakes);
    if (!everywhere) return found;
    found.parts = std::move(*everywhere);
    found.whole = found.parts.size() > 1;
    return found;
}

std::string repaired_text(std::string_view text, const TextRepair& repair) {
    std::string out;
    std::size_t done = 0;
    for (const GarbledPart& part : repair.parts) {
        if (!part.repair) continue;
        out.append(text.substr(done, part.offset - done)).append(part.repair->text);
        done = part.offset + part.value.size();
    }
    return out.append(text.substr(done));
}

}  // namespace daicho
