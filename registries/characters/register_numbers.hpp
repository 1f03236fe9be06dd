#pragma once

#include <string>
#include <vector>

namespace daicho {

class Registry;

/// Numbers that other registers have for a character, as people write them: 戸籍統一文字番号 with or without
/// zeros in front, 住基ネット統一文字コード as "J+8FBB" or "8FBB", 登記統一文字番号. Empty: not said.
struct RegisterNumbers {
    std::string koseki, juki, toki;

    bool any() const { return !koseki.empty() || !juki.empty() || !toki.empty(); }
};

/// What MJ文字情報一覧表 has for one of them.
struct RegisteredGlyphs {
    std::vector<std::string> numbers;  ///< MJ numbers; none: the list does not have it
    std::string written;               ///< "戸籍 352760"
};

/// For each number that is said. None where the registry has no such list.
std::vector<RegisteredGlyphs> glyphs_by_registers(const Registry& registry, const RegisterNumbers& numbers);

}  // namespace daicho
