#pragma once

#include <memory>
#include <vector>

#include "grammars/workbooks/ods_text_formats.hpp"
#include "grammars/workbooks/workbook.hpp"

namespace daicho {

/// The rows of the sheet of that number in the part content.xml of an OpenDocument spreadsheet. `formats`: of
/// the part styles.xml, which those of the content are added to.
std::unique_ptr<SheetRows> read_ods_sheet(std::unique_ptr<ByteSource> content, std::size_t sheet,
                                          OdsTextFormats formats);

std::vector<MergedCells> merged_cells_of_ods(std::unique_ptr<ByteSource> content, std::size_t sheet);

/// The sheets of the part, in their order.
std::vector<SheetInfo> list_ods_sheets(ByteSource& content);

}  // namespace daicho
