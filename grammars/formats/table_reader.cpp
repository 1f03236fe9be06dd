#include "grammars/formats/table_reader.hpp"

#include "grammars/formats/formats.hpp"
#include "grammars/formats/text_source.hpp"

namespace daicho {

Dialect usual_dialect(const TableReader& table) {
    return table.text() != nullptr ? table.text()->dialect() : Dialect{};
}

TableForm table_form(const TableReader& table) {
    const TableFormat* format = find_format(table_formats(), table.format());
    TableForm form;
    form.format = table.format();
    form.label = format != nullptr ? format->label : table.format();
    if (table.text() != nullptr) form.text = table.text()->dialect();
    form.places = table.places();
    form.has_header = table.has_header();
    form.header_line = table.header_place().line;
    return form;
}

std::unique_ptr<TableReader> open_table(const std::string& path, const ReadOptions& options) {
    return open_table(std::make_unique<InputFile>(path), options);
}

std::unique_ptr<TableReader> open_table(std::unique_ptr<ByteSource> source, const ReadOptions& options) {
    return open_table(table_formats(), std::move(source), options);
}

std::unique_ptr<TableReader> read_table(std::string bytes, const ReadOptions& options,
                                        const std::string& name) {
    return open_table(std::make_unique<MemorySource>(std::move(bytes), name), options);
}

}  // namespace daicho
