#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "grammars/base/error.hpp"
#include "grammars/formats/archive.hpp"
#include "grammars/text/unit.hpp"
#include "grammars/text/utf8.hpp"
#include "tests/support/converted_file.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

/// Knows something of every unit, whatever it is: one answer, several characters, two answers, none.
class KnowsAll final : public CharacterAuthority {
 public:
    bool has(LoadedSet) const override { return true; }
    Membership holds(LoadedSet, std::string_view) const override { return Membership::present; }
    VariationFacts variation(char32_t base, char32_t) const override {
        return {true, ivd_collection::moji_joho, base % 2 == 0};
    }
    std::vector<TranslatedSequence> translations(char32_t base, char32_t selector,
                                                 std::uint8_t) const override {
        if (base % 3 == 0) return {};
        std::string text;
        append_utf8(text, base);
        append_utf8(text, selector == 0xE0100 ? 0xE0101 : 0xE0100);
        return {{text, "number"}};
    }
    std::vector<TranslatedSequence> juki(char32_t code) const override {
        std::string text;
        append_utf8(text, code % 5 == 0 ? 0x9AD8 : code);
        return {{text, "J+"}};
    }
    UnitShrink shrink(std::string_view unit, ShrinkPolicy, ShrinkTarget) const override {
        UnitShrink answer;
        const char32_t base = unit_at(unit, 0).base;
        answer.verdict = base % 4 < 2    ? ShrinkVerdict::unique
                         : base % 4 == 2 ? ShrinkVerdict::tied
                                         : ShrinkVerdict::none;
        if (base % 4 < 2) answer.text = base % 4 == 0 ? "高" : "（株,\"）";
        answer.steps.push_back({std::string(unit), answer.text, ShrinkBasis::analogy});
        return answer;
    }
};

std::string all_of(ByteSource& source) {
    std::string bytes;
    std::string block(std::size_t{1} << 16, '\0');
    for (std::size_t got = 1; got != 0;) {
        got = source.read(block.data(), block.size());
        bytes.append(block, 0, got);
    }
    return bytes;
}

const KnowsAll knows_all;

std::vector<ConversionRequest> requests() {
    std::vector<ConversionRequest> all;
    for (const auto& folds :
         {folds_named({"pairs"}),
          folds_named({"width", "radicals", "svs", "nfc", "ivs-moji-joho", "selectors", "pairs"}),
          folds_named({"nfc", "compat", "wide", "pairs"})}) {
        for (const bool shrink : {false, true}) {
            ConversionRequest& request = all.emplace_back();
            request.rules = folds;
            request.rules.context.authority = &knows_all;
            if (shrink) request.rules.shrink = {ShrinkPolicy::mjsu, ShrinkTarget::jisx0208};
        }
    }
    for (const bool existing : {false, true}) {
        ConversionRequest request = all[3];
        request.columns = {"1", "2"};
        request.originals = {{"1", existing ? "3" : "元の値"}};
        all.push_back(request);
    }
    all.push_back(all[3]);
    all.back().plain_text = true;
    return all;
}

struct Tally {
    std::size_t undone = 0;
    std::size_t refused = 0;
    std::uint64_t edits = 0;
};

/// Whether the original bytes come back; a refusal names a character that the encoding lacks.
void check(const std::string& bytes, const ConversionRequest& request, Tally& tally) {
    ConvertedFile file;
    try {
        file = convert_in_memory(bytes, request);
    } catch (const Error& error) {
        INFO(error.en());
        const bool lacking = error.en().find(" has no character '") != std::string::npos;
        const bool no_column = error.en().find("there is no column") != std::string::npos;
        CHECK((lacking || no_column));
        ++tally.refused;
        return;
    }
    CHECK((undo_in_memory(file) == bytes));
    ++tally.undone;
    tally.edits += file.summary.end.edits;
}

/// Each file into each of the encodings, each time by `many` of the requests in turn: all of them for all
/// files would take minutes.
Tally check_files(const std::string& folder, const std::vector<std::optional<Encoding>>& encodings,
                  std::size_t many) {
    Tally tally;
    const auto all = requests();
    std::size_t turn = 0;
    const auto visit = [&](const FileEntry& entry, ByteSource& source) {
        if (!entry.name.ends_with(".csv") || entry.name == "manifest.csv") return;
        const std::string bytes = all_of(source);
        for (const auto& encoding : encodings) {
            for (std::size_t i = 0; i < many; ++i) {
                ConversionRequest request = all[turn++ % all.size()];
                request.encoding = encoding;
                INFO(entry.locator << " -> " << (encoding ? to_string(*encoding) : "same"));
                check(bytes, request, tally);
            }
        }
    };
    for_each_file(folder, {}, visit, [](const std::string& locator, const Error&) { FAIL(locator); });
    return tally;
}

}  // namespace

TEST_CASE("undoing gives back the bytes of every municipal file, whatever was converted") {
    const Tally tally =
        check_files(shared_data("municipal"),
                    {std::nullopt, Encoding::utf8, Encoding::cp932, Encoding::cp932_jis, Encoding::euc_jp,
                     Encoding::utf16le, Encoding::utf16be, Encoding::iso_2022_jp},
                    1);
    INFO("undone " << tally.undone << ", refused " << tally.refused << ", edits " << tally.edits);
    CHECK(tally.undone > 1100);
    CHECK(tally.edits > 1000000);
}

TEST_CASE("undoing gives back the bytes of every corporate file, whatever was converted") {
    const Tally tally = check_files(shared_data("corporate"), {std::nullopt, Encoding::cp932}, 1);
    INFO("undone " << tally.undone << ", refused " << tally.refused << ", edits " << tally.edits);
    CHECK(tally.undone > 30);
    CHECK(tally.edits > 1000000);
}
