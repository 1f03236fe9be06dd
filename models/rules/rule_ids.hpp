#pragma once

#include "grammars/base/rule_id.hpp"

/// The rules that a check against a model can find broken; those of values and files are declared beside
/// their grammars (`grammars/values/rule_ids.hpp`, `grammars/formats/rule_ids.hpp`). An id is never reused:
/// R402, U501, P700 and X900 were declared once and are gone.
namespace daicho::rules {

inline constexpr RuleId placeholder{"T270"};   ///< a mark that stands for "no value" where a value is asked
inline constexpr RuleId error_value{"T271"};   ///< #N/A and the like of a spreadsheet
inline constexpr RuleId formula{"T272"};       ///< a formula, not what it comes to
inline constexpr RuleId ditto{"T273"};         ///< a word for the value of the cell above, or beside
inline constexpr RuleId total_record{"S112"};  ///< a record that sums up others; value: its word
inline constexpr RuleId note_record{"S113"};   ///< a note among the records; value: its text
inline constexpr RuleId unit_record{"S114"};   ///< the units of the columns as a record; value: the first
inline constexpr RuleId header_again{"S115"};  ///< the header once more, as a record
inline constexpr RuleId other_header{"S155"};  ///< the header of another table, as a record
inline constexpr RuleId merged_cells{"S116"};  ///< a column with a value in the first record of a group only;
                                               ///< column, value: how many cells are blank
inline constexpr RuleId tables_side_by_side{"S117"};  ///< the same headers again on the right; column: the
                                                      ///< first again, value: header, detail: how many tables
inline constexpr RuleId table_on_its_side{"S118"};  ///< a record is an item; value: items in the first column
inline constexpr RuleId text_among_numbers{"S148"};  ///< in a column of numbers: 12人
inline constexpr RuleId unnumbered_record{"S151"};   ///< a record without the number that all others have
inline constexpr RuleId label_for_code{"K302"};      ///< a label where the code is asked, or the reverse
inline constexpr RuleId not_in_registry{
    "K303"};  ///< a code of the right form that the registry does not have
inline constexpr RuleId ended_in_registry{"K304"};  ///< a code that was abolished
inline constexpr RuleId unlike_corporate_number{
    "K314"};                                         ///< an invoice number whose digits no corporation has
inline constexpr RuleId missing_column{"R400"};      ///< no column for a required item
inline constexpr RuleId missing_value{"R401"};       ///< a required value is empty
inline constexpr RuleId split_incomplete{"R403"};    ///< a cell that could not be taken apart without a rest
inline constexpr RuleId dangling_reference{"R404"};  ///< a value that refers to no record of the file
inline constexpr RuleId address_elsewhere{"R410"};   ///< a code of another municipality than the address
inline constexpr RuleId address_of_other_town{"R411"};  ///< a town id of another town than the address
inline constexpr RuleId postal_code_elsewhere{"R412"};  ///< a postal code of another town than the address
inline constexpr RuleId far_from_town{"R413"};          ///< coordinates far from the town of the address
inline constexpr RuleId far_from_house{"R414"};         ///< coordinates far from the house of the address
inline constexpr RuleId town_unknown{"R415"};     ///< the municipality has no town as the address names it
inline constexpr RuleId town_incomplete{"R416"};  ///< an address without the 丁目 or 小字 that its town has
inline constexpr RuleId old_municipality{"R417"};  ///< an address with a municipality that is no more
inline constexpr RuleId ended_town{"R418"};        ///< an address with a town that is no more
inline constexpr RuleId several_places{"R419"};    ///< an address that several places answer to
inline constexpr RuleId number_unknown{"R420"};    ///< a number that the register of the town does not have
inline constexpr RuleId corporation_unknown{"R430"};  ///< a corporate number that nobody has
inline constexpr RuleId corporation_not_in_prefecture{
    "R431"};                                          ///< one that no corporation of the prefecture has
inline constexpr RuleId corporation_not_yet{"R432"};  ///< one that was given later
inline constexpr RuleId corporation_closed{"R433"};   ///< one of a corporation that is no more
inline constexpr RuleId corporation_merged{"R434"};   ///< one of a corporation that another took over
inline constexpr RuleId number_withdrawn{"R435"};     ///< one that was withdrawn
inline constexpr RuleId number_of_other_municipality{"R436"};  ///< that of another local government
inline constexpr RuleId invoice_of_other_corporation{"R437"};  ///< an invoice number with other digits
inline constexpr RuleId corporation_name_spelling{"R438"};     ///< a name in another spelling than registered
inline constexpr RuleId corporation_name_variant{"R439"};      ///< one with other forms of characters
inline constexpr RuleId former_corporation_name{"R440"};       ///< a name that the corporation had before
inline constexpr RuleId corporation_form_differs{"R441"};      ///< a name with another legal form
inline constexpr RuleId corporation_name_differs{"R442"};      ///< a name of another corporation
inline constexpr RuleId corporation_kana_differs{"R443"};      ///< another reading than registered
inline constexpr RuleId corporation_kind_differs{"R444"};      ///< another kind than registered
inline constexpr RuleId form_position_differs{"R445"};         ///< 前株 for 後株
inline constexpr RuleId former_seat{"R446"};                   ///< an address that the corporation had before
inline constexpr RuleId seat_differs{"R447"};                  ///< another address in the same municipality
inline constexpr RuleId seat_elsewhere{"R448"};                ///< an address in another municipality
inline constexpr RuleId code_of_other_seat{"R449"};  ///< a code of another municipality than that of the seat
inline constexpr RuleId duplicate_key{"U500"};       ///< a key that an earlier record has
inline constexpr RuleId own_column{"M600"};          ///< a column that the model does not know
inline constexpr RuleId misspelt_header{"M601"};     ///< a header that is nearly the name of an item
inline constexpr RuleId ambiguous_header{"M602"};    ///< two columns for one item
inline constexpr RuleId bound_by_content{"M603"};    ///< a column that was recognised by what is in it
inline constexpr RuleId filled_from_another{"M604"};  ///< an item that was filled from another column
inline constexpr RuleId nothing_bound{"M605"};        ///< no column of the file is an item of the model
inline constexpr RuleId closed_model{"M606"};         ///< an own column where the model allows none
inline constexpr RuleId other_content{"M607"};  ///< the values of a column are not what its header promises
inline constexpr RuleId mixed_union{"M608"};    ///< items of two alternatives of a union in one record
inline constexpr RuleId unused_part{"M609"};    ///< a part of a cell that no item of the result took
inline constexpr RuleId scale_changed{"M610"};  ///< zeros behind the point were dropped: 42.50, 42.5
inline constexpr RuleId joined_differ{"M611"};  ///< records that become one hold different texts for one cell
inline constexpr RuleId unlisted_name{"M612"};  ///< a name that a pivot does not list
inline constexpr RuleId no_group{"M613"};       ///< a record without the values by which records become one
inline constexpr RuleId filled_from_registry{"M614"};  ///< an item that the registry has for the address
inline constexpr RuleId number_filled_by_name{
    "M615"};                                     ///< a corporate number that the register has for the name
inline constexpr RuleId misplaced_part{"M616"};  ///< another structure than that of the model
inline constexpr RuleId contradictory_model{"M617"};  ///< a model that asks for what it rules out
inline constexpr RuleId reading_in_workbook{
    "M618"};  ///< an empty reading that the workbook has beside the text that is read; where it has no
              ///< column, value: that text, detail: the reading
inline constexpr RuleId equal_model{"M619"};  ///< another model fits as well; detail: the names of all such

}  // namespace daicho::rules
