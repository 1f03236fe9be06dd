#pragma once

#include <span>
#include <string>
#include <string_view>

#include "grammars/base/rule_id.hpp"
#include "grammars/formats/batch.hpp"

namespace daicho {

/// 1,234 -5 12.5 0
bool is_plain_number(std::string_view text);
/// 0123: digits that name something.
bool is_numbered_code(std::string_view text);
/// X - … *** and their like, alone in a cell.
bool is_sign_for_number(std::string_view text);

/// Whether a header says that its numbers name something: 番号, コード, ID, 年, 緯度 …
bool names_code(std::string_view header);

/// Whether the values of a column, by some of them, are numbers that count or measure something.
bool holds_numbers(std::span<const std::string> values, std::string_view header);

/// What is wrong with a text in such a column: S148, K312 (1.23E+05); empty: a number, a sign, or a text that
/// may stand there.
RuleId number_flaw(std::string_view text);

/// Whether the cells of a column (from 0) number the records of `batch`: 1, 2, 3 … Some may be blank.
bool numbers_records(const Batch& batch, std::size_t column);

}  // namespace daicho
