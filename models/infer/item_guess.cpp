#include "models/infer/item_guess.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

#include "grammars/text/ascii.hpp"
#include "models/engine/header.hpp"
#include "models/engine/placeholders.hpp"

namespace daicho {

namespace {

constexpr std::uint64_t few_values = 20;       // below it a guess is called weak
constexpr std::uint64_t least_for_rules = 10;  // values from which on required, ranges and patterns are said
constexpr std::size_t least_for_shape = 5;     // different values that a pattern is drawn from
constexpr std::uint64_t quite_sure = 95;       // per cent, from which on nothing is said
constexpr std::size_t most_codes = 30;
constexpr std::size_t longest_label = 20;  // characters
constexpr double least_advised = 0.8;      // share of values from which on a kind is offered

/// Kinds of which a word for nothing is a value.
constexpr std::string_view yes_no_kinds[] = {"yes-no", "yes-no-label", "permission-label", "flag"};
/// Kinds that take nearly any text of their signs: only their canonical form speaks for them.
constexpr std::string_view strict_kinds[] = {
    "yes-no", "yes-no-label", "permission-label", "flag", "half-digits", "half-alnum", "half"};
/// Kinds that a code list or a shape says more than.
constexpr std::string_view plain_kinds[] = {"integer",    "decimal", "half-digits",
                                            "half-alnum", "half",    "text"};

template <std::size_t n>
bool is_one_of(const ValueType& type, const std::string_view (&names)[n]) {
    return std::ranges::any_of(names, [&](std::string_view name) { return find_value_type(name) == &type; });
}

bool is_number_kind(const ValueType& type) {
    constexpr std::string_view numbers[] = {"integer", "decimal"};
    return is_one_of(type, numbers);
}

/// Whether `word` stands in `header`; one of ASCII letters only as a word ("ID" in "施設ID", "shopID" and
/// "_id", not in "Residence").
bool has_header_word(std::string_view header, std::string_view word) {
    for (std::size_t at = header.find(word); at != std::string_view::npos; at = header.find(word, at + 1)) {
        if (!is_ascii_letter(word.front())) return true;
        const std::size_t end = at + word.size();
        const bool starts =
            at == 0 || !is_ascii_letter(header[at - 1]) || (word.front() <= 'Z' && header[at - 1] >= 'a');
        if (starts && (end == header.size() || !is_ascii_letter(header[end]))) return true;
    }
    return false;
}

/// Headers whose numbers are no quantities.
bool names_codes(std::string_view header) {
    for (const std::string_view word :
         {"コード", "番号", "区分", "種別", "種類", "分類", "フラグ", "code", "Code"}) {
        if (has_header_word(header, word)) return true;
    }
    return names_key(header);
}

std::string model_word(std::string_view kind) {
    std::string out(kind);
    std::ranges::replace(out, '-', '_');
    return out;
}

/// Whole signs of a text that may stand behind `#` on one line.
std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

std::string number_text(double number) {
    char text[40];
    std::snprintf(text, sizeof text, "%.12g", number);
    return text;
}

/// The chance that one more value is like the `count` that were seen, in per cent, rounded down.
std::uint64_t certainty(std::uint64_t count) {
    return count * 100 / (count + 1);
}

class Guess {
 public:
    Guess(const ColumnWatch& column, std::uint64_t records, const PlaceForm& places)
        : column_(column), records_(records), places_(places) {}

    ItemGuess make(const std::string& name) {
        syntax::Item& item = made_.item;
        item.name.text = name;
        item.label.ja = column_.name;
        if (column_.filled == 0) {
            settle_without_values();
            return std::move(made_);
        }
        values_ = column_.filled;
        settle_type();
        settle_requirement();
        const std::string of = std::to_string(values_), all = std::to_string(records_);
        const std::string ja = of + "/" + all + " 件に値", en = "a value in " + of + " of " + all;
        made_.seen.ja.insert(0, made_.seen.ja.empty() ? ja : ja + "、");
        made_.seen.en.insert(0, made_.seen.en.empty() ? en : en + ", ");
        tell_certainty();
        advise();
        return std::move(made_);
    }

 private:
    void name_type(std::string_view kind) { made_.item.type.names.push_back({model_word(kind), {}}); }

    void tell(std::string ja, std::string en) {
        made_.seen.ja.append(made_.seen.ja.empty() ? "" : "、").append(ja);
        made_.seen.en.append(made_.seen.en.empty() ? "" : ", ").append(en);
    }

    /// The dictionary may know what the column is for.
    void settle_without_values() {
        tell("値がない", "no value");
        const ValueType* known = column_.known;
        name_type(known ? known->name : "text");
        if (!known) return;
        made_.item.confidential = known->confidential;
        tell("型は見出しから", "type by its header");
    }

    bool takes(const KindTrial& trial) const {
        if (!trial.takes_all()) return false;
        if (is_one_of(*trial.type, strict_kinds) && trial.canonical != column_.filled) return false;
        return !is_number_kind(*trial.type) || (!column_.leading_zero && !names_codes(column_.name));
    }

    const KindTrial* best_kind() const {
        const auto found = std::ranges::find_if(column_.trials, [&](const auto& one) { return takes(one); });
        return found == column_.trials.end() ? nullptr : &*found;
    }

    /// Few texts, and each of them often.
    bool looks_like_codes() const {
        const std::size_t count = column_.values.size();
        if (column_.many_values || count < 2 || count > most_codes || column_.longest > longest_label)
            return false;
        return column_.filled >= few_values && column_.filled >= 4 * count;
    }

    void settle_type() {
        const KindTrial* kind = best_kind();
        const bool plain = !kind || is_one_of(*kind->type, plain_kinds);
        if (plain && looks_like_codes() && !(kind && is_number_kind(*kind->type))) {
            make_codes();
            add_unknowns();
        } else if (!kind) {
            name_type("text");
            tell("最長 " + std::to_string(column_.longest) + " 文字",
                 "up to " + std::to_string(column_.longest) + " characters");
        } else {
            settle_kind(*kind);
            add_unknowns();
        }
    }

    void settle_kind(const KindTrial& kind) {
        name_type(kind.type->name);
        if (is_number_kind(*kind.type)) settle_range(kind);
        if (is_one_of(*kind.type, plain_kinds) && !is_number_kind(*kind.type)) settle_pattern();
        made_.item.confidential = kind.type->confidential;
        const std::uint64_t others = kind.readable - kind.canonical;
        if (others != 0)
            tell("標準形でない表記 " + std::to_string(others) + " 件",
                 std::to_string(others) + " in another notation");
    }

    void settle_range(const KindTrial& kind) {
        if (!column_.least || kind.canonical == 0) return;
        tell(number_text(*column_.least) + "～" + number_text(*column_.most),
             number_text(*column_.least) + " to " + number_text(*column_.most));
        if (*column_.least >= 0 && kind.canonical == kind.readable && column_.filled >= least_for_rules)
            made_.item.type.minimum = "0";
    }

    void settle_pattern() {
        const bool enough = column_.many_values || column_.values.size() >= least_for_shape;
        if (enough && column_.filled >= least_for_rules) made_.item.type.matches = column_.shape.pattern();
    }

    void make_codes() {
        syntax::CodeList list;
        const bool ascii = std::ranges::all_of(made_.item.name.text, [](char c) { return c > 0; });
        list.name.text = made_.item.name.text + (ascii ? "CodeList" : "一覧");
        list.label.ja = column_.name;
        auto values = column_.values;
        std::ranges::stable_sort(values, std::greater{}, [](const auto& one) { return one.second; });
        std::vector<std::string> keys;
        for (const auto& [text, count] : values) {
            const std::string key = header_key(text);
            const auto same = std::ranges::find(keys, key);
            if (same == keys.end() || key.empty()) {
                keys.push_back(key);
                list.codes.push_back({text, {text, {}}, {}});
            } else {  // the rarer way of writing
                list.codes[static_cast<std::size_t>(same - keys.begin())].aliases.push_back(
                    {syntax::AliasScope::alias, text});
            }
        }
        name_type("");
        made_.item.type.kind = syntax::TypeKind::code;
        made_.item.type.names.front().text = list.name.text;
        tell("異なる値 " + std::to_string(values.size()) + " 個",
             std::to_string(values.size()) + " different values");
        made_.codes = std::move(list);
    }

    /// What stands for "no value" in the table is accepted where the type would refuse it.
    void add_unknowns() {
        const syntax::Type& type = made_.item.type;
        const ValueType* kind =
            type.kind == syntax::TypeKind::value ? find_value_type(type.names.front().text) : nullptr;
        for (const auto& [text, count] : column_.placeholders) {
            if (kind && is_one_of(*kind, yes_no_kinds) && kind->is_canonical(text, {})) {
                values_ += count;  // 無 is a value of 有無
            } else if (kind || is_mark_for_nothing(text)) {
                made_.item.unknowns.push_back(text);
            } else {
                values_ += count;
                made_.codes->codes.push_back({text, {text, {}}, {}});
            }
        }
    }

    void settle_requirement() {
        if (values_ == records_ && records_ >= least_for_rules)
            made_.item.requirement = syntax::Requirement::required;
        const KindTrial* kind = best_kind();
        const bool flag = kind && is_one_of(*kind->type, yes_no_kinds);
        if (!flag && !column_.many_values && column_.values.size() == 1 && column_.filled > 1)
            tell("すべて同じ値", "always the same");
        if (column_.unique() && column_.filled >= least_for_rules) tell("すべて異なる", "all different");
    }

    void tell_certainty() {
        const std::uint64_t sure = certainty(column_.filled);
        const bool weak = column_.filled < few_values;
        if (sure >= quite_sure) return;
        tell("確からしさ " + std::to_string(sure) + " %" + (weak ? "（値が少ない）" : ""),
             "confidence " + std::to_string(sure) + " %" + (weak ? " (few values)" : ""));
    }

    void advise() {
        if (column_.spoilt != 0) {
            const std::string count = std::to_string(column_.spoilt);
            add_advice("エラー値や数式が " + count + " 件ある", count + " error values or formulas");
        }
        if (made_.item.type.kind == syntax::TypeKind::code || best_kind()) return;
        for (const KindTrial& trial : column_.trials) {
            if (is_one_of(*trial.type, plain_kinds) || is_one_of(*trial.type, strict_kinds)) continue;
            const double share = static_cast<double>(trial.readable) /
                                 static_cast<double>(std::max<std::uint64_t>(column_.filled, 1));
            if (share < least_advised || trial.misfits == 0) continue;
            offer(trial);
            return;
        }
    }

    void offer(const KindTrial& trial) {
        const std::string count = std::to_string(trial.misfits);
        const std::string where = places_of(trial);
        const std::string kind = model_word(trial.type->name);
        add_advice("値を直せば " + kind + "（" + std::string(trial.type->name_ja) +
                       "）にできる。読めない値 " + count + " 件: " + where,
                   "could be " + kind + " once " + count + " values are corrected: " + where);
    }

    std::string places_of(const KindTrial& trial) const {
        std::string out;
        for (const RecordPlace& place : trial.first_misfits) {
            const std::string said = place_text(places_, place, 0, {});
            out.append(out.empty() ? "" : ", ")
                .append(said.empty() ? "L" + std::to_string(place.line) : said);
        }
        return one_line(out) + (trial.misfits > trial.first_misfits.size() ? " …" : "");
    }

    void add_advice(const std::string& ja, const std::string& en) {
        made_.advice.ja.append(made_.advice.ja.empty() ? "" : "。").append(ja);
        made_.advice.en.append(made_.advice.en.empty() ? "" : "; ").append(en);
    }

    const ColumnWatch& column_;
    std::uint64_t records_;
    const PlaceForm& places_;
    std::uint64_t values_ = 0;  ///< filled cells that the type takes for values
    ItemGuess made_;
};

}  // namespace

bool names_key(std::string_view header) {
    for (const std::string_view word : {"電話", "FAX", "郵便"}) {
        if (header.find(word) != std::string_view::npos) return false;
    }
    for (const std::string_view word : {"ID", "Id", "id", "番号", "コード", "NO", "No", "№"}) {
        if (has_header_word(header, word)) return true;
    }
    return false;
}

ItemGuess guess_item(const ColumnWatch& column, const std::string& name, std::uint64_t records,
                     const PlaceForm& places) {
    return Guess(column, records, places).make(name);
}

}  // namespace daicho
