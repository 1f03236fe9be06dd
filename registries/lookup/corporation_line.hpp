#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// A corporation that is asked for with more than a name.
struct CorporationLine {
    std::string query;    ///< name or number; empty: who is at the address?
    std::string address;  ///< as somebody has it; empty: not said
};

/// Reads a query: `name<TAB>address` (the name may be empty), a JSON object with "name" (or "number") and
/// "address", or a name or number alone. What is no such object is a name.
CorporationLine read_corporation_line(std::string_view line);
/// Whether a query may have an address.
bool may_have_address(std::string_view line);

}  // namespace daicho
