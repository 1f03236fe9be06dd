#pragma once

#include "grammars/base/rule_id.hpp"

/// The rules that reading a table can find broken. Their texts are in `models/rules`, their pages in
/// `docs/rules`. In brackets: severity; then what the finding carries beside its place.
namespace daicho::rules {

// F: the file. record 0 unless said otherwise.
inline constexpr RuleId empty_file{"F001"};       ///< [error] no record in it
inline constexpr RuleId byte_order_mark{"F002"};  ///< [info] it starts with a byte-order mark
inline constexpr RuleId mixed_line_ends{
    "F003"};  ///< [info] several kinds of line ends; detail: "LF 3, CRLF 278"
inline constexpr RuleId no_final_newline{"F004"};  ///< [info] the last line has no end; line
inline constexpr RuleId control_in_file{
    "F005"};  ///< [error] control character in a cell; column, span, detail: "U+0000"
inline constexpr RuleId invalid_bytes{
    "F006"};  ///< [error] invalid bytes of the encoding; column, span
              ///< of U+FFFD, value: the bytes ("0x83 0xFF"), detail: encoding
// S: the structure.
inline constexpr RuleId ragged_record{
    "S101"};  ///< [error] too few or too many cells; value: how many there are,
              ///< detail: how many there should be. record 0: the header itself
inline constexpr RuleId unclosed_quote{"S102"};  ///< [error] column, span of the opening quote
inline constexpr RuleId stray_quote{
    "S103"};  ///< [error] a quote inside a cell, or text after the closing one;
              ///< column, span of the quote or of that text, value: the cell
inline constexpr RuleId duplicate_header{
    "S104"};  ///< [error] column, value: header, detail: column number of the first
inline constexpr RuleId blank_header{"S105"};       ///< [warning] column
inline constexpr RuleId blank_record{"S106"};       ///< [info] a record without text
inline constexpr RuleId text_above_header{"S107"};  ///< [info] lines above the header; detail: how many
inline constexpr RuleId lines_below_header{
    "S156"};  ///< [info] lines between the header and the first record; value: their text, detail: how many
inline constexpr RuleId no_header{"S108"};  ///< [error] no header was found
inline constexpr RuleId skipped_lines{
    "S109"};  ///< [error] lines left out to find the next sane record; detail: "12-14"
inline constexpr RuleId trailing_columns{"S110"};  ///< [info] columns at the end without header or text;
                                                   ///< column: the first, detail: how many
inline constexpr RuleId odd_header{"S111"};  ///< [warning] a character in a header that nobody sees; column,
                                             ///< value: header, detail: "U+FEFF"
inline constexpr RuleId other_records{
    "S124"};  ///< [info] one of several arrays of records was read; value: its pointer, detail: the others
inline constexpr RuleId beside_records{
    "S129"};  ///< [info] values of a document that are in none of its records; value: the pointer of the
              ///< records, detail: the pointers of the values
// Of XML, what columns do not keep; value: the path of the records, detail: what there is of it.
inline constexpr RuleId mixed_text{"S152"};  ///< [info] text and elements side by side; detail: the paths
inline constexpr RuleId several_namespaces{
    "S153"};  ///< [info] one local name in several namespaces; detail: "/list/item/name (urn:a, urn:b)"
inline constexpr RuleId several_patterns{
    "S154"};  ///< [info] one item in several required patterns; detail: "/list/item/address (MP01, MP02)"
inline constexpr RuleId member_twice{"S125"};  ///< [error] a member comes twice in an object; column, value:
                                               ///< the first one, detail: the further one
inline constexpr RuleId number_too_long{"S126"};  ///< [warning] an integer beyond 2^53; column, value
inline constexpr RuleId members_left_out{
    "S127"};  ///< [info] members that say how the document is made and are no data; detail: their ways
inline constexpr RuleId wrong_declaration{
    "S128"};  ///< [warning] an XML document declares another encoding than UTF-8, which it is; value
inline constexpr RuleId not_utf8{"S157"};    ///< [warning] JSON that is not UTF-8; value: its encoding
inline constexpr RuleId wrong_name{"S119"};  ///< [warning] the file is not what its name says; value: the
                                             ///< ending, detail: what it is ("Excel (xlsx)")

}  // namespace daicho::rules
