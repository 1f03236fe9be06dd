#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// Derived columns of support programmes (see `DerivedColumn`), by which they are found.

/// What tells a programme from others: the values with U+001F between them.
void add_programme_key(std::span<const std::string_view> values, std::string& key);

/// The values as they are searched: width, kana, forms of characters and spaces make no difference, a line
/// break between them.
void add_programme_words(std::span<const std::string_view> values, std::string& key);

/// The words of a question, as `add_programme_words` writes them.
std::vector<std::string> programme_words(std::string_view query);

/// Whom it is for: ";person;business;victim;" as far as the words of programme_audiences.tsv tell. The last
/// value is read where the others tell nothing.
void add_programme_audiences(std::span<const std::string_view> values, std::string& key);

/// The same where the first value is the name of a disaster: with one it is for its victims.
void add_disaster_audiences(std::span<const std::string_view> values, std::string& key);

/// Where it is for, of {region, name and code of the local government that publishes}: codes of six digits,
/// ";131016;130001;"; 000000 is the whole country, "?" a region that could not be read. Empty: nothing is
/// said.
void add_programme_areas(std::span<const std::string_view> values, std::string& key);

/// The highest of the amounts, in yen; empty where none can be read.
void add_programme_amount(std::span<const std::string_view> values, std::string& key);

/// YYYY-MM-DD; empty where the date cannot be read.
void add_programme_day(std::span<const std::string_view> values, std::string& key);

}  // namespace daicho
