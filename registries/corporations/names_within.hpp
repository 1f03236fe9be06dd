#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// A name that a text has in it, or that it is written short for.
struct NameWithin {
    enum class Kind : unsigned char {
        part,      ///< the text says more: it is of a branch, a department, a facility, a person
        guess,     ///< the same, and where the name ends is not seen (山田銀行福井支店)
        notation,  ///< the text is the name in another notation (NPO法人, Co., Ltd., a bracket that was lost)
        slip,      ///< the text is the name with a misspelt legal form (株式会杜)
    };
    std::string name;  ///< to be looked for as a whole name
    Kind kind = Kind::part;
    /// Local bodies that are named: only they count. Their numbers follow from their codes.
    std::vector<std::uint64_t> local_bodies{};
};

/// Names that may be meant by a text that is no corporation's name, the likeliest first: 紀陽銀行 of
/// 紀陽銀行 海南支店 御中, 高松市 of 高松市教育委員会. What stands behind a name and is a body of its own
/// (健康保険組合, 協会, 会) is not taken away.
std::vector<NameWithin> names_within(std::string_view text);

/// The local bodies that a text is the office of, and nothing more: 福井県 of 福井県庁. Another body may have
/// such a name too, but for its legal form: 福井県庁生活協同組合.
std::vector<NameWithin> bodies_of_office(std::string_view text);

}  // namespace daicho
