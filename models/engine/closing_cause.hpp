#pragma once

#include <string_view>

#include "grammars/base/language.hpp"

namespace daicho {

/// 登記記録の閉鎖等の事由, why the record of a corporation is closed (corporate number publication, item 20).
struct ClosingCause {
    std::string_view code;
    Text name;
};
inline constexpr ClosingCause closing_causes[] = {
    {"01", {"清算の結了等", "liquidated"}},
    {"11", {"合併による解散等", "dissolved by merger"}},
    {"21", {"登記官による閉鎖", "closed by the registrar"}},
    {"31", {"その他の清算の結了等", "the like of liquidation"}},
};

}  // namespace daicho
