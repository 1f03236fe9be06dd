#pragma once

#include <string>
#include <string_view>

#include "registries/reference/asked_registry.hpp"

namespace daicho {

/// What the register says today of the corporation with a number of 13 digits; empty where it has no such
/// number, where the number was withdrawn, or where it says nothing of it.
std::string corporation_name(AskedRegistry& asked, std::string_view number);
std::string corporation_kana(AskedRegistry& asked, std::string_view number);
std::string corporation_english_name(AskedRegistry& asked, std::string_view number);
std::string corporation_kind(AskedRegistry& asked, std::string_view number);  ///< 301
/// Of its seat: 東京都, 千代田区, what stands behind them, all of it, 131016, 1000013.
std::string corporation_prefecture(AskedRegistry& asked, std::string_view number);
std::string corporation_city(AskedRegistry& asked, std::string_view number);
std::string corporation_street(AskedRegistry& asked, std::string_view number);
std::string corporation_address(AskedRegistry& asked, std::string_view number);
std::string corporation_municipality(AskedRegistry& asked, std::string_view number);
std::string corporation_postal_code(AskedRegistry& asked, std::string_view number);

}  // namespace daicho
