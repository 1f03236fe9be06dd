#include <algorithm>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "grammars/characters/check.hpp"
#include "grammars/characters/rule_ids.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/text/utf8.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

/// The different cells of the published files that have more than ASCII, sorted.
std::vector<std::string> published_cells() {
    std::set<std::string> cells;
    for (const auto& entry : std::filesystem::directory_iterator(shared_data("municipal"))) {
        if (entry.path().extension() != ".csv") continue;
        const auto table = open_table(entry.path().string(), {});
        Batch batch;
        while (table->next(batch)) {
            for (std::size_t record = 0; record < batch.size(); ++record) {
                for (std::size_t i = 0; i < batch.width(record); ++i) {
                    const std::string_view cell = batch.cell(record, i);
                    const bool ascii = std::ranges::all_of(cell, [](char c) { return (c & 0x80) == 0; });
                    if (!ascii && cell.size() < 600) cells.emplace(cell);
                }
            }
        }
    }
    return {cells.begin(), cells.end()};
}

/// Whether the check tells something of the bytes from `begin` to `end` as a look-alike, and its quick look
/// too.
bool tells_of(const CharacterCheck& check, std::string_view text, std::size_t begin, std::size_t end) {
    if (check.is_plainly_clean(text)) return false;
    return std::ranges::any_of(check.problems(text), [&](const CharacterProblem& problem) {
        const bool look_alike = problem.rule == rules::look_alike ||
                                problem.rule == rules::mark_between_digits ||
                                problem.rule == rules::mixed_pair;
        return look_alike && problem.where.begin < end && begin < problem.where.end;
    });
}

/// What people and scanners write for what; `inside`: beside what it has to stand to be one.
struct Slip {
    std::u32string_view meant, written;
    enum class Beside : unsigned char { anything, katakana, digits } beside = Beside::anything;
};

constexpr Slip slips[] = {
    {U"ABEKMHOPCTXaeopcyx", U"АВЕКМНОРСТХаеорсух"},
    {U"ABEZHIKMNOPTYX", U"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"},
    {U"ABCDEFGHIKLMNOPST", U"ＡＢＣＤＥＦＧＨＩＫＬＭＮＯＰＳＴ"},
    {U"ー", U"一", Slip::Beside::katakana},
    {U"ー", U"-", Slip::Beside::katakana},
    {U"一", U"ー"},
    {U"ロ", U"口"},
    {U"口", U"ロ"},
    {U"ト", U"卜"},
    {U"ニ", U"二"},
    {U"二", U"ニ"},
    {U"ハ", U"八"},
    {U"八", U"ハ"},
    {U"ミ", U"三"},
    {U"三", U"ミ"},
    {U"チ", U"千"},
    {U"千", U"チ"},
    {U"カ", U"力"},
    {U"力", U"カ"},
    {U"タ", U"夕"},
    {U"夕", U"タ"},
    {U"エ", U"工"},
    {U"工", U"エ"},
    {U"オ", U"才"},
    {U"才", U"オ"},
    {U"〇", U"○"},
    {U"○", U"〇"},
    {U"-", U"ー", Slip::Beside::digits},
    {U"-", U"一", Slip::Beside::digits},
    {U"ヘ", U"へ"},
    {U"へ", U"ヘ"},
    {U"ベペ", U"べぺ"},
    {U"べぺ", U"ベペ"},
    {U"リ", U"り"},
    {U"セ", U"七"},
    {U"ナ", U"十"},
    {U"七", U"セ"},
    {U"十", U"ナ"},
    {U"又", U"ヌ"},
    {U"ノヒイムネモ", U"丿匕亻厶礻乇"},
};

bool is_digit(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

bool stands_right(const std::u32string& text, std::size_t at, Slip::Beside beside) {
    if (beside == Slip::Beside::anything) return true;
    if (at == 0) return false;
    if (beside == Slip::Beside::katakana) return text[at - 1] >= 0x30A1 && text[at - 1] <= 0x30FC;
    return at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]);
}

std::u32string wide_text(std::string_view text) {
    std::u32string wide;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        wide += c.value;
        at += c.size;
    }
    return wide;
}

struct Recall {
    unsigned planted = 0, told = 0;
    double share() const { return planted == 0 ? 0 : static_cast<double>(told) / planted; }
};

/// Plants a slip in up to 300 cells drawn from a seed, one in each.
Recall recall_of(const Slip& slip, std::vector<std::string> cells, const CharacterCheck& check) {
    std::mt19937 random(20261124);
    for (std::size_t i = cells.size(); i > 1; --i) std::swap(cells[i - 1], cells[random() % i]);
    Recall recall;
    for (const std::string& cell : cells) {
        const std::u32string text = wide_text(cell);
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (slip.meant.find(text[i]) != slip.meant.npos && stands_right(text, i, slip.beside))
                places.push_back(i);
        }
        if (places.empty()) continue;
        const std::size_t at = places[random() % places.size()];
        std::string planted;
        std::size_t begin = 0, end = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (i == at) begin = planted.size();
            append_utf8(planted, i == at ? slip.written[slip.meant.find(text[i])] : text[i]);
            if (i == at) end = planted.size();
        }
        ++recall.planted;
        recall.told += tells_of(check, planted, begin, end);
        if (recall.planted == 300) break;
    }
    return recall;
}

/// Slips that publishers made themselves: to tell them is right.
constexpr std::string_view real_slips[] = {"スペ一ス",  "コミュ二ティ", "ファミ－ル",  "ホ－ム",
                                           "サ-ビス",   "ダーガ－テン", "センチュリ-", "エクシ-ド",
                                           "アンケ―ト", "М’",           "支援センタ-"};

}  // namespace

TEST_CASE("three of four planted look-alikes are told, and next to nothing of what was published") {
    const CharacterCheck check(*find_character_profile("free-text"));
    const std::vector<std::string> cells = published_cells();
    REQUIRE(cells.size() > 40'000);
    double sum = 0;
    for (const Slip& slip : slips) {
        std::string name;
        append_utf8(name, slip.meant.front());
        append_utf8(name, slip.written.front());
        const Recall recall = recall_of(slip, cells, check);
        std::printf("%s %u of %u\n", name.c_str(), recall.told, recall.planted);
        sum += recall.share();
    }
    const double mean = sum / std::size(slips);
    std::printf("mean %.3f\n", mean);
    CHECK(mean >= 0.75);

    unsigned wrong = 0;
    for (const std::string& cell : cells) {
        for (const CharacterProblem& problem : check.problems(cell)) {
            if (problem.rule != rules::look_alike) continue;
            const bool real = std::ranges::any_of(
                real_slips, [&](std::string_view slip) { return cell.find(slip) != cell.npos; });
            if (real) continue;
            std::printf("told: %s\n", cell.c_str());
            ++wrong;
        }
    }
    CHECK(wrong * 14'933 <= cells.size());
}
