#include "models/comparison/difference_class.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "grammars/text/ascii.hpp"
#include "grammars/text/digits.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/variants.hpp"
#include "grammars/values/corporate_name_key.hpp"
#include "grammars/values/seat_key.hpp"
#include "models/engine/address_reference.hpp"
#include "models/engine/reference_data.hpp"

namespace daicho {

namespace {

/// Kinds of value in which a form of a letter makes another value.
bool is_exact(std::string_view kind) {
    constexpr std::string_view exact[] = {"url", "email", "number", "integer", "date", "date_time", "time"};
    return std::find(std::begin(exact), std::end(exact), kind) != std::end(exact);
}

bool may_be_place(std::string_view kind) {
    constexpr std::string_view places[] = {"",        "address",    "full_address",   "city_and_county",
                                           "text",    "prefecture", "street_address", "city_block",
                                           "building"};
    return std::find(std::begin(places), std::end(places), kind) != std::end(places);
}

bool has_number(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_ascii_digit);
}

bool is_gap(char32_t c) {
    return is_space(c) || c == '\r' || c == '\n';
}

bool is_latin_or_digit(char c) {
    return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The text without its spaces and line ends, but for those between Latin letters or digits.
std::string closed_up(std::string_view text) {
    std::string out;
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        if (is_gap(c.value)) {
            space = true;
        } else {
            if (space && !out.empty() && is_latin_or_digit(out.back()) && is_latin_or_digit(text[at]))
                out += ' ';
            out += text.substr(at, c.size);
            space = false;
        }
        at += c.size;
    }
    return out;
}

bool same_corporation(std::string_view before, std::string_view after) {
    thread_local CorporateNameKey was, is;
    read_corporate_name_key(before, was);
    read_corporate_name_key(after, is);
    const bool named = was.form != nullptr || is.form != nullptr;
    const bool same_form = was.form == nullptr || is.form == nullptr || was.form == is.form;
    const bool same_side = was.form == nullptr || is.form == nullptr || was.position == is.position;
    return named && same_form && same_side && !was.core.empty() && was.core == is.core;
}

/// Whether "221384, 221392" names the code.
bool lists(std::string_view codes, std::string_view code) {
    while (!codes.empty()) {
        const auto end = std::min(codes.find(','), codes.size());
        if (codes.substr(0, end) == code) return true;
        codes.remove_prefix(end);
        while (!codes.empty() && (codes.front() == ',' || codes.front() == ' ')) codes.remove_prefix(1);
    }
    return false;
}

}  // namespace

bool DifferenceJudge::renewed(std::string_view before, std::string_view after,
                              const ColumnMeaning& meaning) const {
    const bool codes = is_ascii(before) && is_ascii(after);
    if (codes && history_ != nullptr && history_->code_renewed(before, after)) return true;
    const bool known = meaning.slot != nullptr && !meaning.slot->registry.empty();
    if (!codes || !known || knowledge_.codes == nullptr || after.empty()) return false;
    const std::array keys{before};
    std::array<ReferenceAnswer, 1> answers;
    knowledge_.codes->find(meaning.slot->registry, keys, {}, answers);
    return answers[0].known == ReferenceAnswer::Known::ended && lists(answers[0].successor, after);
}

bool DifferenceJudge::same_place(std::string_view before, std::string_view after,
                                 const ColumnMeaning& meaning) const {
    const std::string was = seat_key(before);
    if (has_number(was) && was == seat_key(after)) return true;
    const bool asks = meaning.kind_name() == "address" || meaning.kind_name() == "full_address";
    if (!asks || knowledge_.addresses == nullptr || !knowledge_.addresses->is_there()) return false;
    const LocatedAddress old_place = knowledge_.addresses->locate(before, {}),
                         new_place = knowledge_.addresses->locate(after, {});
    return old_place.sure && new_place.sure && !old_place.town_id.empty() &&
           old_place.lg_code == new_place.lg_code && old_place.town_id == new_place.town_id &&
           !old_place.city_block.empty() && old_place.city_block == new_place.city_block &&
           match_key(old_place.building) == match_key(new_place.building);
}

DifferenceClass DifferenceJudge::judge(std::string_view before, std::string_view after,
                                       const ColumnMeaning& meaning) const {
    std::string left, right;
    const std::string_view was = meaning.comparable(before, left), is = meaning.comparable(after, right);
    if (was == is) return DifferenceClass::notation;
    if (was.empty() || is.empty()) return DifferenceClass::real;
    const bool codes = is_ascii(was) && is_ascii(is);
    if (!codes && !is_exact(meaning.kind_name()) && closed_up(was) == closed_up(is)) {
        return DifferenceClass::notation;
    }
    if (!codes && !is_exact(meaning.kind_name()) && match_key(was) == match_key(is)) {
        return DifferenceClass::character_variant;
    }
    if (renewed(was, is, meaning)) return DifferenceClass::code_renewal;
    if (codes) return DifferenceClass::real;
    if (may_be_place(meaning.kind_name())) {
        if (history_ != nullptr && history_->name_renewed(was, is)) return DifferenceClass::former_name;
        if (same_place(was, is, meaning)) return DifferenceClass::same_address;
    }
    if (same_corporation(was, is)) return DifferenceClass::same_corporation;
    return DifferenceClass::real;
}

}  // namespace daicho
