// Three tables of agencies, made from the real rows of 2020 and changed by the real differences of 2021 to
// 2026: what is to be done with each cell follows from the rows, read here by other code. Corporations that
// the gap before 2021-07 leaves without a state before are left out.

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <memory>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/archive.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/json_writer.hpp"
#include "grammars/text/narrow.hpp"
#include "registries/propagation/agency_patch.hpp"
#include "tests/support/agency_patching.hpp"
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

/// The cells of a row of the publication, read here once more so that what is expected does not come from
/// what is tested.
PublishedCorporation cells_of_row(const std::string& row) {
    PublishedCorporation state;
    std::size_t column = 0;
    bool quoted = false;
    for (const char c : row) {
        if (c == '"') {
            quoted = !quoted;  // a doubled one ends and begins: none of these texts has one
        } else if (c == ',' && !quoted) {
            ++column;
        } else {
            state.values.at(column) += c;
        }
    }
    return state;
}

/// By number, the rows in the order of the file.
using Stories = std::map<std::uint64_t, std::vector<PublishedCorporation>>;

void take_rows(const std::string& rows, Stories& into) {
    for (std::size_t at = 0; at < rows.size();) {
        const std::size_t end = std::min(rows.find('\n', at), rows.size());
        PublishedCorporation state = cells_of_row(rows.substr(at, end - at));
        auto& states = into[std::stoull(state[corporation_item::number])];
        // What the publication says already is in it. Of a history that is sent again the last row counts.
        const bool known = !states.empty() &&
                           state[corporation_item::update_date] <= states[0][corporation_item::update_date];
        const bool history =
            !known && states.size() > 1 && state.corrects() && states.back().corrects() &&
            state[corporation_item::update_date] == states.back()[corporation_item::update_date];
        if (history) states.pop_back();
        if (!known) states.push_back(std::move(state));
        at = end + 1;
    }
}

struct Register {
    ScratchFolder folder;
    std::unique_ptr<PublicationRows> before;
    std::unique_ptr<PublicationRows> changes;
    Stories raw;

    explicit Register(const std::string& prefecture) {
        const std::string data = shared_data("corporate"),
                          complete = data + "/zenken-2020/" + prefecture + "_all_2020.csv.gz";
        before.reset(new PublicationRows({complete}, silent));
        const std::string rows =
            without_first_column(unpacked(data + "/diff-rows-2021-2026/" + prefecture + "_diff_rows.csv.gz"));
        changes.reset(new PublicationRows({folder.write("diff.csv", rows)}, silent));
        take_rows(unpacked(complete), raw);
        take_rows(rows, raw);
    }
    CorporationEvents events() const {
        return find_corporation_events({before.get(), nullptr, changes.get()},
                                       [](std::uint64_t) { return true; });
    }
    /// The successor that is not closed itself, or of which nothing is known.
    std::string last_successor(const PublishedCorporation& state) const {
        std::string last = state[corporation_item::successor];
        for (int hops = 0; hops < 10; ++hops) {
            const auto known = raw.find(std::stoull(last));
            if (known == raw.end() || known->second.back()[corporation_item::successor].empty()) break;
            last = known->second.back()[corporation_item::successor];
        }
        return last;
    }
};

/// What a row of the table is made to say.
enum Story : unsigned { says_before, says_after, says_neither, says_middle, says_otherwise, stories };

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

using Writer = std::function<std::vector<std::string>(const PublishedCorporation&)>;

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
    kept.write = [](const PublishedCorporation& s) {
        std::string name = s[corporation_item::name];
        for (const auto& [form, brief] : {std::pair{"株式会社", "㈱"}, std::pair{"有限会社", "㈲"},
                                          std::pair{"合名会社", "㈴"}, std::pair{"合資会社", "㈾"}}) {
            const std::string word = form;
            if (name.starts_with(word) || name.ends_with(word)) {
                name = replaced(name, word, brief);
                break;
            }
        }
        const std::string& post = s[corporation_item::post_code];
        return std::vector{s[corporation_item::number], name, std::string(Narrow(s.address()).text()),
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
    kept.write = [](const PublishedCorporation& s) {
        return std::vector{s[corporation_item::number],     s[corporation_item::name],
                           s[corporation_item::prefecture], s[corporation_item::city],
                           s[corporation_item::street],     s.municipality()};
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
    kept.write = [](const PublishedCorporation& s) {
        return std::vector{s[corporation_item::number], s[corporation_item::name],
                           std::string(s.closed() ? "閉鎖" : "営業中"),
                           replaced(s[corporation_item::close_date], "-", "/")};
    };
    kept.neither = {"別の会社のなまえ", "休業中", "1999/01/01"};
    kept.quoted = true;
    return kept;
}

struct Made {
    std::string bytes;
    std::map<std::uint64_t, Story> stories_of;
    std::map<std::uint64_t, std::vector<std::string>> cells;
};

/// A spelling that no notation of the register gives back.
std::vector<std::string> otherwise(std::vector<std::string> cells) {
    for (std::size_t c = 1; c < cells.size(); ++c) {
        cells[c] = replaced(replaced(cells[c], "番地", "番地 "), "会社", "会社 ");
        cells[c] = replaced(replaced(cells[c], "㈱", "㈱ "), "㈲", "㈲ ");
    }
    return cells;
}

/// Rows of all corporations that changed and of some that did not; what cannot be written in the encoding is
/// left out.
Made table_of(const Kept& kept, const Register& registered) {
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
    for (const auto& [number, states] : registered.raw) {
        if (registered.before->of(number).empty() || (states.size() < 2 && number % 100 != 0)) continue;
        const auto story = static_cast<Story>(turn++ % stories);
        const PublishedCorporation& told = story == says_after    ? states.back()
                                           : story == says_middle ? states[states.size() / 2]
                                                                  : states.front();
        std::vector<std::string> cells = kept.write(told);
        if (story == says_neither) std::copy(kept.neither.begin(), kept.neither.end(), cells.begin() + 1);
        if (story == says_otherwise) cells = otherwise(std::move(cells));
        if (!add(cells)) continue;
        made.stories_of[number] = story;
        made.cells[number] = std::move(cells);
    }
    return made;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    const Narrow narrow(text);
    for (const char c : narrow.text()) {
        if (c >= '0' && c <= '9') digits += c;
    }
    return digits;
}

bool writable(const Kept& kept, const std::string& text) {
    std::string bytes;
    return Encoder(kept.encoding).encode(text, bytes) == std::string_view::npos;
}

/// What is wrong with what is to be done with a cell; empty: nothing.
std::string mistake(const Kept& kept, const AgencyAction* action, std::string cell,
                    const std::vector<std::string>& told, Story story) {
    const std::string& last = told.back();
    if (story == says_otherwise) cell = replaced(cell, " ", "");
    const bool changed = std::any_of(told.begin(), told.end(), [&](const auto& one) { return one != last; });
    if (action == nullptr) return changed ? "nothing is said of it" : "";
    const AgencyStep step = action->step;
    if (story == says_otherwise && step == AgencyStep::spelling) return action->patched ? "it is forced" : "";
    const bool same_digits = digits_of(cell) == digits_of(last);
    if (step == AgencyStep::done && same_digits && story != says_neither) return "";  // 2679-4 is 2679番地4
    if (cell == last) return step == AgencyStep::done ? "" : "it is done";
    if (story == says_neither) {
        const bool part = action->reason == AgencyReason::part_in_conflict;
        return step == AgencyStep::conflict || part ? "" : "it is a conflict";
    }
    if (step == AgencyStep::spelling && same_digits) return action->patched ? "spelling is not forced" : "";
    if (cell.empty() && !changed) return step == AgencyStep::none ? "" : "it is empty";
    if (action->reason == AgencyReason::unwritable) return writable(kept, last) ? "it can be written" : "";
    const bool written = step == AgencyStep::update || step == AgencyStep::close;
    if (!written || !action->patched) return "it has to be written";
    const bool same = story == says_otherwise
                          ? replaced(action->new_value, " ", "") == replaced(last, " ", "")
                          : action->new_value == last;
    return same ? "" : "the new value is another one";
}

/// The same for the corporation as a whole, in tables without a status.
std::string corporation_mistake(const AgencyAction* action, const std::vector<PublishedCorporation>& states,
                                const Register& registered) {
    const PublishedCorporation &first = states.front(), &last = states.back();
    if (first.closed() == last.closed()) return action == nullptr ? "" : "it is open or closed as before";
    if (action == nullptr) return "nothing is said of the corporation";
    if (!last.closed()) return action->step == AgencyStep::manual ? "" : "it was revived";
    if (last[corporation_item::successor].empty())
        return action->step == AgencyStep::close ? "" : "it was closed";
    const bool linked = action->new_value == registered.last_successor(last);
    const bool step = action->step == AgencyStep::relink || action->reason == AgencyReason::successor_present;
    return linked && step ? "" : "it was absorbed by " + registered.last_successor(last);
}

void check_actions(const Register& registered, const Kept& kept, const Made& made,
                   const std::vector<AgencyAction>& actions) {
    std::map<std::pair<std::uint64_t, std::string>, const AgencyAction*> by_cell;
    std::map<AgencyStep, std::size_t> counts;
    for (const AgencyAction& action : actions) {
        ++counts[action.step];
        by_cell[{corporate_number(action.key), action.field}] = &action;
    }
    const bool has_status = kept.map.find("status") != std::string::npos;
    std::size_t wrong = 0;
    for (const auto& [number, cells] : made.cells) {
        const auto& states = registered.raw.at(number);
        std::vector<std::vector<std::string>> told;
        for (const PublishedCorporation& state : states) told.push_back(kept.write(state));
        for (std::size_t c = 0; c < kept.header.size(); ++c) {
            const auto found = by_cell.find({number, kept.header[c]});
            const AgencyAction* action = found == by_cell.end() ? nullptr : found->second;
            std::vector<std::string> of_column;
            for (const auto& row : told) of_column.push_back(row[c]);
            std::string what;
            if (c > 0) what = mistake(kept, action, cells[c], of_column, made.stories_of.at(number));
            if (c == 0 && !has_status) what = corporation_mistake(action, states, registered);
            if (what.empty() || ++wrong > 10) continue;
            UNSCOPED_INFO(number << " " << kept.header[c] << " " << cells[c] << " -> " << of_column.back()
                                 << ": " << what << "; "
                                 << (action == nullptr ? std::string()
                                                       : std::string(to_string(action->step)) + " " +
                                                             std::string(to_string(action->reason)) + " " +
                                                             action->new_value));
        }
    }
    CHECK(wrong == 0);
    CHECK(counts[AgencyStep::conflict] > 100);
    CHECK(counts[AgencyStep::done] > 100);
    CHECK(counts[AgencyStep::update] + counts[AgencyStep::close] > 100);
}

/// The table as an array of objects.
std::string json_of(const Kept& kept, const std::string& bytes) {
    const auto table = read_table(bytes);
    const auto cells = cells_of(*table);
    const std::size_t columns = kept.header.size();
    std::string out = "[\n";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::size_t c = i % columns;
        out += c == 0 ? (i == 0 ? "{" : ",\n{") : ", ";
        out += '"' + kept.header[c] + "\": \"";
        append_json_escaped(out, cells[i]);
        out += c + 1 == columns ? "\"}" : "\"";
    }
    return out + "\n]\n";
}

void check(const Register& registered, const CorporationEvents& all, const Kept& kept) {
    const Made made = table_of(kept, registered);
    REQUIRE(made.stories_of.size() > 1000);
    const AgencyMap map = read_agency_map(kept.map, "map");
    const auto actions_for = [&](const std::string& bytes) {
        return AgencyTable(*read_table(bytes), map, "table").actions(all, {});
    };
    const auto actions = actions_for(made.bytes);
    check_actions(registered, kept, made, actions);

    const PatchPair patch = patches_of(actions, kept.header[0]);
    const std::string now = patched_table(made.bytes, through_csv(patch.forward), false);
    CHECK(patches_of(actions_for(now), kept.header[0]).forward.empty());
    CHECK(patched_table(now, through_csv(patch.forward), false) == now);
    CHECK(patched_table(now, through_csv(patch.back), false) == made.bytes);

    const std::string json = json_of(kept, made.bytes), json_now = json_of(kept, now);
    CHECK(patched_table(json, through_json(patch.forward), true) == json_now);
    CHECK(patched_table(json_now, through_json(patch.back), true) == json);

    SqlTable sql(*read_table(made.bytes));
    const auto cells = sql.cells();
    sql.patch(patch.forward);
    CHECK(sql.cells() == cells_of(*read_table(now)));
    sql.patch(patch.back);
    CHECK(sql.cells() == cells);
}

}  // namespace

TEST_CASE("three agencies are told what the real differences of five years mean for them") {
    for (const char* prefecture : {"18_fukui", "30_wakayama", "31_tottori", "37_kagawa"}) {
        const Register registered(prefecture);
        const CorporationEvents all = registered.events();
        const std::pair<const char*, Kept> tables[] = {
            {"joined addresses, abbreviations", joined()},
            {"split addresses, Shift_JIS, tabs", split()},
            {"a status, days with slashes, quotation marks", status()}};
        for (const auto& [what, kept] : tables) {
            CAPTURE(prefecture, what);
            check(registered, all, kept);
        }
    }
}
