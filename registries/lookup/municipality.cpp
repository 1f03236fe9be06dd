#include <algorithm>
#include <array>
#include <string>

#include "grammars/text/digits.hpp"
#include "grammars/text/join.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/check_digit.hpp"
#include "grammars/values/corporate_number.hpp"
#include "registries/embedded/municipality_history.hpp"
#include "registries/embedded/municipality_names.hpp"
#include "registries/lookup/field_names.hpp"
#include "registries/lookup/lookup.hpp"

namespace daicho {

namespace {

constexpr AnswerTerm by_code{"code", {"コード", "code"}};
constexpr AnswerTerm by_short_code{"code-without-check-digit",
                                   {"検査用数字のないコード", "code without check digit"}};
constexpr AnswerTerm by_stripped_code{"code-without-leading-zero",
                                      {"先頭の0のないコード", "code without leading zero"}};
constexpr AnswerTerm by_prefecture{"prefecture-code", {"都道府県番号", "number of the prefecture"}};
constexpr AnswerTerm by_wrong_code{"wrong-check-digit",
                                   {"検査用数字の合わないコード", "code with a wrong check digit"}};
constexpr AnswerTerm by_wrong_number{
    "wrong-check-digit", {"検査用数字の合わない法人番号", "corporate number with a wrong check digit"}};
constexpr AnswerTerm by_number{"corporate-number", {"法人番号", "corporate number"}};
constexpr AnswerTerm by_name[] = {
    {"name", {"名称", "name"}},
    {"kana", {"カナ", "kana"}},
    {"start-of-name", {"名称の始まり", "start of the name"}},
    {"start-of-kana", {"カナの始まり", "start of the kana"}},
};

constexpr AnswerTerm by_short_name{"short-name", {"最後の字のない名称", "name without its last letter"}};

constexpr std::size_t letter_size = std::string_view("市").size();

constexpr AnswerTerm present{"present", {"現存", "exists"}};
constexpr AnswerTerm ended{"ended", {"廃止", "ended"}};
constexpr AnswerTerm future{"future", {"未設置", "not yet founded"}};

constexpr FieldName successors{"successors", {"後継", "now"}, ShownIn::column};
constexpr FieldName history{"history", {"沿革", "history"}};
constexpr FieldName date{"date", {"日付", "date"}};
constexpr FieldName event_type{"event", {"異動", "event"}};
constexpr FieldName from_code{"from_code", {"前のコード", "code before"}};
constexpr FieldName from_name{"from", {"前の団体", "municipality before"}};
constexpr FieldName to_code{"to_code", {"後のコード", "code after"}};
constexpr FieldName to_name{"to", {"後の団体", "municipality after"}};

/// Ranks of names: each kind of match is better than the next, and within one the municipality itself is
/// better than one that it is a part of the name of, and what exists better than what ended or had not begun.
constexpr unsigned for_state = 1;
constexpr unsigned for_above = 4;
constexpr unsigned for_kind = 8;

std::string_view own_name(const MunicipalityPeriod& municipality) {
    if (!municipality.ward.empty()) return municipality.ward;
    return municipality.city.empty() ? municipality.prefecture : municipality.city;
}

std::size_t place_of_last_letter(std::string_view name) {
    if (name.size() < letter_size) return last_letters_of_places.npos;
    return last_letters_of_places.find(code_point_at(name, name.size() - letter_size).value);
}

/// 札幌 of 札幌市.
bool is_short_name(std::string_view text, std::string_view name) {
    return name.size() == text.size() + letter_size && name.starts_with(text) &&
           place_of_last_letter(name) != last_letters_of_places.npos;
}

/// One question, asked of the history.
class Question {
 public:
    Question(const LookupContext& context, LookupAnswer& answer) : as_of_(context.as_of), answer_(answer) {}

    void ask(std::string_view query) {
        if (is_before_the_record()) return;
        const Narrow narrow(query);
        const std::string_view text = narrow.text();
        if (!text.empty() && std::ranges::all_of(text, is_ascii_digit)) {
            ask_number(text);
        } else {
            ask_name(text);
        }
    }

 private:
    bool is_before_the_record() {
        if (as_of_.empty() || (as_of_ >= history_.first_day() && as_of_ <= history_.last_day())) return false;
        answer_.covered = false;
        const std::string first(history_.first_day()), last(history_.last_day());
        answer_.note_ja = "市区町村の記録は " + first + " から " + last + " までです。";
        answer_.note_en = "the record of municipalities goes from " + first + " to " + last;
        return as_of_ < history_.first_day();
    }

    // ---- numbers ----

    void ask_number(std::string_view digits) {
        if (digits.size() == 6) {
            add_code(digits);
        } else if (digits.size() == 4 || digits.size() == 5) {
            add_short_code(digits);
        } else if (digits.size() <= 2) {
            const std::string number = concatenated({digits.size() == 1 ? "0" : "", digits, "000"});
            add(history_.holder(number, as_of_), by_prefecture);
        } else if (digits.size() == 13) {
            add_corporate_number(digits);
        }
    }

    void add_code(std::string_view code) {
        if (code[5] == municipality_check_digit(code)) {
            add(history_.holder(code, as_of_), by_code);
        } else {
            add(history_.holder(code.substr(0, 5), as_of_), by_wrong_code, 0, false);
            note_wrong(code, 5, municipality_check_digit(code));
        }
    }

    void note_wrong(std::string_view number, std::size_t place, char fitting) {
        if (answer_.matches.empty()) return;
        std::string other(number);
        other[place] = fitting;
        answer_.note_ja = concatenated(
            {"「", number, "」の検査用数字が合いません。ほかの桁が正しければ ", other, " です。"});
        answer_.note_en = concatenated(
            {"the check digit of '", number, "' is wrong; if all other digits are right it is ", other});
    }

    /// Five digits lack the check digit or the zero in front, four lack both.
    void add_short_code(std::string_view digits) {
        const std::string padded = concatenated({"0", digits});
        if (digits.size() == 5) add(history_.holder(digits, as_of_), by_short_code);
        if (padded.size() < 6 || padded[5] == municipality_check_digit(padded)) {
            add(history_.holder(padded, as_of_), by_stripped_code);
        }
    }

    /// The corporate number of a local municipality (地方公共団体): a check digit, 000020 and the code.
    void add_corporate_number(std::string_view number) {
        const std::string_view code = municipality_of(number);
        if (code.empty()) return;
        const char fitting = corporate_check_digit(number.substr(1));
        const bool fits = number[0] == fitting;
        add(history_.holder(code, as_of_), fits ? by_number : by_wrong_number, 0, fits);
        if (!fits) note_wrong(number, 0, fitting);
    }

    // ---- names ----

    void ask_name(std::string_view text) {
        auto found = municipalities_named(text);
        const bool any_known =
            std::ranges::any_of(found, [&](const auto& one) { return has_begun(*one.municipality); });
        if (any_known) std::erase_if(found, [&](const auto& one) { return !has_begun(*one.municipality); });
        std::ranges::stable_sort(found, {}, [](const NamedMunicipality& one) {
            return place_of_last_letter(own_name(*one.municipality));
        });
        for (const NamedMunicipality& one : found) {
            if (lives_on(*one.municipality, found)) continue;
            const auto kind = static_cast<unsigned>(one.match);
            const unsigned state = one.municipality->covers(as_of_) ? 0
                                   : has_begun(*one.municipality)   ? 1
                                                                    : 2;
            const bool shortened = !one.above && is_short_name(text, own_name(*one.municipality));
            add(one.municipality, shortened ? by_short_name : by_name[kind],
                (shortened ? 0 : kind * for_kind) + (one.above ? for_above : 0u) + state * for_state);
        }
    }

    bool has_begun(const MunicipalityPeriod& municipality) const {
        return as_of_.empty() || municipality.since <= as_of_;
    }

    /// Whether a municipality that ended became one of the same name, which was found too.
    bool lives_on(const MunicipalityPeriod& municipality, const std::vector<NamedMunicipality>& found) const {
        if (!municipality.ended_by(as_of_)) return false;
        return std::ranges::any_of(
            history_.way_of(municipality, as_of_), [&](const MunicipalityEvent* event) {
                const MunicipalityPeriod& to = *event->to;
                return to.city == municipality.city && to.ward == municipality.ward &&
                       std::ranges::find(found, &to, &NamedMunicipality::municipality) != found.end();
            });
    }

    // ---- answers ----

    void add(const MunicipalityPeriod* municipality, const AnswerTerm& reason, unsigned rank = 0,
             bool sure = true) {
        if (!municipality) return;
        const bool begun = has_begun(*municipality);
        const AnswerTerm& state = !begun ? future : municipality->ended_by(as_of_) ? ended : present;
        answer_.matches.push_back({record(*municipality, state), reason, rank, sure && begun});
    }

    AnswerRecord record(const MunicipalityPeriod& municipality, const AnswerTerm& state) const {
        return {
            text_field(fields::lg_code, municipality.lg_code),
            text_field(fields::name, full_name(municipality)),
            text_field(fields::kana, concatenated({municipality.prefecture_kana, municipality.county_kana,
                                                   municipality.city_kana, municipality.ward_kana})),
            text_field(fields::pref, municipality.prefecture),
            text_field(fields::county, municipality.county),
            text_field(fields::city, municipality.city),
            text_field(fields::ward, municipality.ward),
            text_field(fields::pref_kana, municipality.prefecture_kana),
            text_field(fields::county_kana, municipality.county_kana),
            text_field(fields::city_kana, municipality.city_kana),
            text_field(fields::ward_kana, municipality.ward_kana),
            {fields::status, state},
            text_field(fields::since, municipality.since),
            text_field(fields::ended, municipality.ended),
            {successors, successor_records(municipality)},
            {history, history_records(municipality)},
        };
    }

    AnswerValue successor_records(const MunicipalityPeriod& municipality) const {
        std::vector<AnswerRecord> records;
        if (!municipality.ended_by(as_of_)) return records;
        for (const MunicipalityPeriod* one : history_.successors(municipality, as_of_)) {
            records.push_back(
                {text_field(fields::lg_code, one->lg_code), text_field(fields::name, full_name(*one))});
        }
        return records;
    }

    /// What the municipality came from, back to its last merger, what it took in and gave away, and what
    /// became of it.
    AnswerValue history_records(const MunicipalityPeriod& municipality) const {
        MunicipalityEvents events = history_.way_of(municipality, {});
        const auto own = history_.events_from(municipality);
        events.insert(events.end(), own.begin(), own.end());
        add_origins(municipality, events);
        std::ranges::sort(events);
        events.erase(std::unique(events.begin(), events.end()),
                     events.end());  // now in the order of the date
        if (!as_of_.empty()) std::erase_if(events, [&](const auto* event) { return event->date > as_of_; });
        std::vector<AnswerRecord> records;
        for (const MunicipalityEvent* event : events) records.push_back(event_record(*event));
        return records;
    }

    void add_origins(const MunicipalityPeriod& municipality, MunicipalityEvents& events) const {
        for (const MunicipalityEvent* event : history_.events_to(municipality)) {
            events.push_back(event);
            if (event->type->same && event->from) add_origins(*event->from, events);
        }
    }

    static AnswerRecord event_record(const MunicipalityEvent& event) {
        const Municipality nothing;
        const Municipality& from = event.from ? *event.from : nothing;
        return {
            text_field(date, event.date),
            {event_type, AnswerTerm{event.type->name, {event.type->name, event.type->en}}},
            text_field(from_code, from.lg_code),
            text_field(from_name, full_name(from)),
            text_field(to_code, event.to->lg_code),
            text_field(to_name, full_name(*event.to)),
        };
    }

    const MunicipalityHistory& history_ = MunicipalityHistory::embedded();
    std::string_view as_of_;
    LookupAnswer& answer_;
};

}  // namespace

std::span<const FieldName> municipality_columns() {
    static constexpr FieldName columns[] = {fields::lg_code, fields::name, fields::kana, fields::status,
                                            fields::ended};
    return columns;
}

LookupAnswer look_up_municipality(std::string_view query, const LookupContext& context) {
    LookupAnswer answer;
    Question(context, answer).ask(query);
    return answer;
}

}  // namespace daicho
