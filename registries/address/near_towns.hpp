#pragma once

#include <string_view>

#include "registries/address/address_matcher.hpp"
#include "registries/address/address_search.hpp"

namespace daicho {

/// Where a municipality has no such town: names the towns of it whose name is one letter off (鍛治町 for
/// 鍛冶町, 北1粂西 for 北1条西, one letter too many or too few, two that changed places), as alternatives
/// that are not as good. Where a city has no such ward (広島市申区基町): those of the wards whose name is one
/// letter off. The place stays the municipality.
void put_near_towns(const IndexView& index, std::string_view source, const AddressOptions& options,
                    const FoldedText& text, AddressAnswer& answer);

/// A 小字 that was found without its 大字 (若緑) may as well be the end of the name of a 大字 of that
/// municipality (木造若緑), or a slip for one (穴沢 for 穴原): that is named, and the answer is not sure.
void put_longer_towns(const IndexView& index, const AddressCandidates& found, const AddressOptions& options,
                      AddressAnswer& answer);

/// 江坂町I丁目23-1O, 野崎l-l-l: letters that look like digits stand where a number is read. What the text is
/// with digits in their places is named, where that says more; the answer stays.
void put_readings_of_digits(const IndexView& index, std::string_view source, const AddressOptions& options,
                            const FoldedText& text, AddressAnswer& answer);

}  // namespace daicho
