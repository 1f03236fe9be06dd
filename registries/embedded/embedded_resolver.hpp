#pragma once

#include "grammars/values/address_resolver.hpp"

namespace daicho {

/// Knows the names of the compiled-in table: prefecture, county, city, ward, each as the registry writes it
/// or in another spelling of the same characters (ケ for ヶ, 崎 for 﨑), spaces between them ignored.
///
/// The prefecture, the county, and the city of a ward may be left out. Where the names left leave several
/// municipalities all of them are given, those that exist first. A prefecture followed by no municipality of
/// its own is given as the prefecture alone. A town or village without prefecture and county is not read from
/// a name that a lot number follows at once: 白浜町甲402 and 昭和町1-7-23 are streets of a city that was left
/// out.
///
/// The index is made at the first call.
const AddressResolver& embedded_resolver();

}  // namespace daicho
