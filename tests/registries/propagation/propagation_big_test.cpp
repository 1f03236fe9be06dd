// Three tables of agencies, made from the real rows of 2020 and changed by the real differences of 2021 to
// 2026: it is known of each cell what is to be done with it. Rows that the gap before 2021-07 leaves without
// a state before are left out.

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <memory>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/archive.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/table_patch.hpp"
#include "grammars/text/narrow.hpp"
#include "registries/propagation/agency_actions.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

const auto silent = [](const std::string&) {};

std::string unpacked(const std::string& path) {
    std::string all;
    for_each_file(
        path, {},
        [&](const FileEntry&, ByteSource& source) {
            std::string piece(1 << 16, '\0');
            while (const std::size_t read = source.read(piece.data(), piece.size()))
                all.append(piece, 0, read);
        },
        [](const std::string&, const Error& error) { throw Error(error); });
    return all;
}

/// The rows of all differences have the day in front of the columns that are published.
std::string without_first_column(const std::string& rows) {
    std::string out;
    for (std::size_t at = 0; at < rows.size();) {
        const std::size_t end = std::min(rows.find('\n', at), rows.size() - 1) + 1,
                          comma = rows.find(',', at);
        out.append(rows, comma + 1, end - comma - 1);
        at = end;
    }
    return out;
}

struct Register {
    ScratchFolder folder;
    std::unique_ptr<BodyRows> before;
    std::unique_ptr<BodyRows> changes;

    explicit Register(const std::string& prefecture) {
        const std::string data = shared_data("corporate");
        before.reset(new BodyRows({data + "/zenken-2020/" + prefecture + "_all_2020.csv.gz"}, silent));
        const std::string rows = unpacked(data + "/diff-rows-2021-2026/" + prefecture + "_diff_rows.csv.gz");
        changes.reset(new BodyRows({folder.write("diff.csv", without_first_column(rows))}, silent));
    }
    BodyEvents events(const std::function<bool(std::uint64_t)>& wanted) const {
        return find_body_events({before.get(), nullptr, changes.get()}, wanted);
    }
};

/// What a row of the table is made to say.
enum Story : unsigned { says_before, says_after, says_neither, stories };

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

using Writer = std::function<std::vector<std::string>(const BodyState&)>;

/// A table as one agency keeps it.
struct Kept {
    std::string map;
    std::vector<std::string> header;
    Writer write;
    std::vector<std::string> neither;  ///< cells that say neither
    char delimiter = ',';
    std::string line_end = "\n";
    bool quoted = false;
    Encoding encoding = Encoding::utf8;
    bool bom = false;
};

Kept joined() {
    Kept kept;
    kept.map = "番号\tnumber\n商号\tname\n所在地\taddress\n〒\tpostcode\n";
    kept.header = {"番号", "商号", "所在地", "〒"};
    kept.write = [](const BodyState& s) {
        std::string name = s[BodyItem::name];
        for (const auto& [form, brief] : {std::pair{"株式会社", "㈱"}, std::pair{"有限会社", "㈲"}}) {
            const std::string word = form;
            if (name.starts_with(word) || name.ends_with(word)) {
                name = replaced(name, word, brief);
                break;
            }
        }
        const std::string& post = s[BodyItem::postal_code];
        return std::vector{s[BodyItem::number], name, std::string(Narrow(s.address()).text()),
                           post.empty() ? post : post.substr(0, 3) + "-" + post.substr(3)};
    };
    kept.neither = {"㈱別の会社のなまえ", "鳥取県鳥取市架空町9999番地", "999-9999"};
    kept.line_end = "\r\n";
    kept.bom = true;
    return kept;
}

Kept split() {
    Kept kept;
    kept.map = "番号\tnumber\n名称\tname\n県\tprefecture\n市\tcity\n番地\tstreet\n団体コード\tcode\n";
    kept.header = {"番号", "名称", "県", "市", "番地", "団体コード"};
    kept.write = [](const BodyState& s) {
        return std::vector{s[BodyItem::number], s[BodyItem::name],   s[BodyItem::prefecture],
                           s[BodyItem::city],   s[BodyItem::street], s.municipality()};
    };
    kept.neither = {"別の会社のなまえ", "沖縄県", "架空市", "架空町９９９９番地", "99999"};
    kept.delimiter = '\t';
    kept.encoding = Encoding::cp932;
    return kept;
}

Kept status() {
    Kept kept;
    kept.map = "番号\tnumber\n名\tname\n状態\tstatus\topen=営業中\tclosed=閉鎖\n閉鎖日\tclosed-on\n";
    kept.header = {"番号", "名", "状態", "閉鎖日"};
    kept.write = [](const BodyState& s) {
        return std::vector{s[BodyItem::number], s[BodyItem::name],
                           std::string(s.closed() ? "閉鎖" : "営業中"),
                           replaced(s[BodyItem::close_date], "-", "/")};
    };
    kept.neither = {"別の会社のなまえ", "休業中", "1999/01/01"};
    kept.quoted = true;
    return kept;
}

struct Made {
    std::string bytes;
    std::map<std::uint64_t, Story> stories_of;
};

/// Rows of all bodies with a state before; what cannot be written in the encoding is left out.
Made table_of(const Kept& kept, const BodyEvents& found, const BodyRows& before) {
    Made made;
    if (kept.bom) made.bytes = byte_order_mark(kept.encoding);
    const auto add = [&](const std::vector<std::string>& cells) {
        std::string line;
        for (const std::string& cell : cells) {
            if (&cell != &cells.front()) line += kept.delimiter;
            line += kept.quoted ? '"' + cell + '"' : cell;
        }
        Encoder encoder(kept.encoding);
        std::string bytes;
        if (encoder.encode(line + kept.line_end, bytes) != std::string_view::npos) return false;
        made.bytes += bytes;
        return true;
    };
    add(kept.header);
    unsigned turn = 0;
    for (const auto& [number, states] : found.states) {
        if (before.of(number).empty() || states.size() < 2) continue;
        const auto story = static_cast<Story>(turn++ % stories);
        std::vector<std::string> cells = kept.write(story == says_after ? states.back() : states.front());
        if (story == says_neither) std::copy(kept.neither.begin(), kept.neither.end(), cells.begin() + 1);
        if (add(cells)) made.stories_of[number] = story;
    }
    return made;
}

std::vector<CellEdit> edits_of(const std::vector<AgencyAction>& actions) {
    std::vector<CellEdit> edits;
    for (const AgencyAction& action : actions) {
        if (!action.patched) continue;
        edits.push_back(
            {action.record, "番号", action.key, action.field, action.old_value, action.new_value, false});
    }
    return edits;
}

std::string patched(const ScratchFolder& folder, const std::string& bytes,
                    const std::vector<CellEdit>& edits) {
    const auto table = read_table(bytes);
    Dialect dialect = table->dialect();
    dialect.newline = Newline::mixed;
    const auto out = create_table(folder / "out.csv", dialect, dialect.encoding);
    const PatchOutcome outcome = apply_patch(*table, *out, edits, "table");
    CHECK(outcome.refused.empty());
    CHECK(outcome.made == edits.size());
    return read_file(folder / "out.csv");
}

void check(const Register& registered, const Kept& kept) {
    const BodyEvents all = registered.events([](std::uint64_t) { return true; });
    const Made made = table_of(kept, all, *registered.before);
    REQUIRE(made.stories_of.size() > 1000);
    const AgencyMap map = read_agency_map(kept.map, "map");
    const auto actions_for = [&](const std::string& bytes) {
        const auto reader = read_table(bytes);
        return AgencyTable(*reader, map, "table").actions(all, {});
    };
    const auto actions = actions_for(made.bytes);
    std::map<AgencyStep, std::size_t> counts;
    std::size_t wrong = 0;
    for (const AgencyAction& action : actions) {
        ++counts[action.step];
        const std::uint64_t number = body_number(action.key);
        if (action.field == "番号") continue;  // no column takes it
        const auto column = static_cast<std::size_t>(
            std::find(kept.header.begin(), kept.header.end(), action.field) - kept.header.begin());
        const auto& states = all.states.at(number);
        const std::string last = kept.write(states.back())[column];
        bool right = false;
        switch (made.stories_of.at(number)) {
            case says_after:
                right = action.step == AgencyStep::done;
                break;
            case says_neither:
                right =
                    action.step == AgencyStep::conflict ||
                    (action.step == AgencyStep::manual && action.reason == AgencyReason::part_in_conflict);
                break;
            case says_before:
            case stories:
                right = action.old_value == last
                            ? action.step == AgencyStep::done
                            : action.new_value == last || action.step == AgencyStep::none;
                break;
        }
        if (!right && ++wrong <= 10) {
            UNSCOPED_INFO(action.key << " " << action.field << " " << to_string(action.step) << " "
                                     << to_string(action.reason) << ": " << action.old_value << " -> "
                                     << action.new_value << ", expected " << last);
        }
    }
    CHECK(wrong == 0);
    CHECK(counts[AgencyStep::conflict] > 100);
    CHECK(counts[AgencyStep::done] > 100);
    CHECK(counts[AgencyStep::update] + counts[AgencyStep::close] > 100);

    const ScratchFolder folder;
    const auto edits = edits_of(actions);
    const std::string now = patched(folder, made.bytes, edits);
    CHECK(edits_of(actions_for(now)).empty());
    CHECK(patched(folder, now, reversed(edits, std::vector<bool>(edits.size()))) == made.bytes);
}

}  // namespace

TEST_CASE("three agencies are told what the real differences of five years mean for them") {
    for (const char* prefecture : {"31_tottori", "37_kagawa"}) {
        CAPTURE(prefecture);
        const Register registered(prefecture);
        SECTION(std::string("joined addresses, abbreviations, ") + prefecture) {
            check(registered, joined());
        }
        SECTION(std::string("split addresses, Shift_JIS, tabs, ") + prefecture) {
            check(registered, split());
        }
        SECTION(std::string("a status, days with slashes, quotation marks, ") + prefecture) {
            check(registered, status());
        }
    }
}
