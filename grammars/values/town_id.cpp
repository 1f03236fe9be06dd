#include "grammars/values/town_id.hpp"

#include "grammars/values/code_text.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

bool is_canonical(std::string_view text, const Reading&) {
    return is_digits(text, 7);
}

}  // namespace

Result<TownId> parse_town_id(std::string_view text, const Reading&) {
    const auto code = read_whole_code(text, "町字ID");
    if (!code) return code.refusal();
    const std::string& digits = code->characters;
    if (digits.size() < 4 || digits.size() > 7 || (digits.size() < 7 && digits[0] == '0')) {
        return wrong_count(*code, "7");
    }
    if (digits.size() == 7) return read_from(text, TownId{digits});
    return {TownId{std::string(7 - digits.size(), '0') + digits},
            Remark{rules::lost_leading_zero, code->where, RepairKind::provable}};
}

std::string to_string(const TownId& value) {
    return value.digits;
}

const ValueType town_id_type{
    .name = "town_id",
    .name_ja = "町字ID",
    .form = "0008001",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_town_id>,
};

}  // namespace daicho
