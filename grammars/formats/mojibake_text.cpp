#include "grammars/formats/mojibake_text.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace daicho {

namespace {

using Mistakes = std::vector<Misreading>;

/// Whether a byte ends a part. It is no byte of a longer character in any encoding that text is misread as.
constexpr bool is_separator(char c) {
    return c == ',' || c == '\t' || c == '"' || c == '\r' || c == '\n';
}

/// Calls `use(line, offset, part)` for every part beyond ASCII, or with an escape.
template <class Use>
void for_each_part(std::string_view text, Use&& use) {
    std::uint64_t line = 1;
    std::size_t at = 0;
    while (at < text.size()) {
        bool telling = false;
        std::size_t end = at;
        for (; end < text.size() && !is_separator(text[end]); ++end)
            telling |= static_cast<unsigned char>(text[end]) >= 0x80 || text[end] == '\x1B';
        if (telling) use(line, at, text.substr(at, end - at));
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

/// Counts which mistakes repaired parts went through.
class Votes {
 public:
    void add(const Mistakes& mistakes) {
        const auto vote = std::ranges::find(votes_, mistakes, &std::pair<Mistakes, int>::first);
        if (vote == votes_.end()) {
            votes_.emplace_back(mistakes, 1);
        } else {
            vote->second += 1;
        }
    }
    /// Those of most parts; none where there were no votes.
    Mistakes usual() const {
        if (votes_.empty()) return {};
        return std::ranges::max_element(votes_, {}, &std::pair<Mistakes, int>::second)->first;
    }

 private:
    std::vector<std::pair<Mistakes, int>> votes_;
};

MojibakeRepair make_repair(std::string_view part, std::string text, const Mistakes& mistakes) {
    TextLikelihood before;
    TextLikelihood after;
    before.add(part);
    after.add(text);
    return {std::move(text), mistakes, before.counts(), after.counts(), before.bits() - after.bits()};
}

/// The number of parts, where every one of them comes from `mistakes`; else nothing.
std::optional<std::uint64_t> parts_made_by(const Mistakes& mistakes, LineBlocks& text) {
    std::uint64_t parts = 0;
    bool all = true;
    text.rewind();
    for (std::string block; all && text.next(block);) {
        for_each_part(block, [&](std::uint64_t, std::size_t, std::string_view part) {
            all = all && undo_all(part, mistakes).has_value();
            ++parts;
        });
    }
    return all ? std::optional(parts) : std::nullopt;
}

}  // namespace

RepairPlan plan_repair(LineBlocks& text) {
    RepairPlan plan;
    Votes votes;
    text.rewind();
    for (std::string block; text.next(block);) {
        for (const GarbledPart& part : find_garbled_parts(block, plan)) {
            plan.garbled = true;
            if (part.repair) votes.add(part.repair->mistakes);
        }
    }
    const Mistakes usual = votes.usual();
    if (usual.empty()) return plan;
    if (const auto parts = parts_made_by(usual, text)) {
        plan.everywhere = usual;
        plan.whole = *parts > 1;
    }
    return plan;
}

std::vector<GarbledPart> find_garbled_parts(std::string_view block, const RepairPlan& plan) {
    std::vector<GarbledPart> parts;
    for_each_part(block, [&](std::uint64_t line, std::size_t offset, std::string_view part) {
        std::optional<MojibakeRepair> repair;
        if (plan.everywhere.empty()) {
            repair = find_mojibake_repair(part);
        } else if (auto undone = undo_all(part, plan.everywhere)) {
            repair = make_repair(part, std::move(*undone), plan.everywhere);
        }
        if (repair || looks_garbled(part)) parts.push_back({line, offset, part, std::move(repair)});
    });
    return parts;
}

std::string repaired_text(std::string_view block, std::span<const GarbledPart> parts) {
    std::string out;
    std::size_t done = 0;
    for (const GarbledPart& part : parts) {
        if (!part.repair) continue;
        out.append(block.substr(done, part.offset - done)).append(part.repair->text);
        done = part.offset + part.value.size();
    }
    return out.append(block.substr(done));
}

}  // namespace daicho
