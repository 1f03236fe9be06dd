// Writes the tables of characters as C++ when the program is built:
// daicho_character_tables UNICODE_FOLDER TABLES_FOLDER CP932_TABLE FILE

#include <fstream>

#include "grammars/text/generator/tables.hpp"

namespace {

std::string version_of(const generator::Sources& sources) {
    const std::string text = sources.unicode_file("DerivedNormalizationProps.txt");
    constexpr std::string_view name = "# DerivedNormalizationProps-";
    if (!text.starts_with(name)) generator::fail("DerivedNormalizationProps.txt does not say its version");
    return text.substr(name.size(), text.find(".txt") - name.size());
}

std::string tables(const generator::Sources& sources) {
    const auto unicode = generator::read_unicode_data(sources);
    const auto jis = generator::read_jis(sources);
    generator::Writer writer;
    writer.line("#include \"grammars/text/character_data.hpp\"");
    writer.line("#include \"grammars/text/variants.hpp\"");
    writer.line("namespace daicho::character_data {");
    writer.line("extern const char unicode_version[] = \"" + version_of(sources) + "\";");
    generator::write_properties(sources, unicode, jis, writer);
    generator::write_normalization(sources, unicode, writer);
    generator::write_forms(sources, writer);
    generator::write_folding(sources, unicode, writer);
    generator::write_jis(jis, writer);
    writer.line("}");
    return writer.text();
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 5)
        generator::fail("needs the folders of Unicode and of the tables, the code page and a file");
    const generator::Sources sources{arguments[1], arguments[2], arguments[3]};
    const std::string text = tables(sources);
    std::ofstream file(arguments[4], std::ios::binary);
    file << text;
    file.close();
    if (!file) generator::fail(std::string(arguments[4]) + ": cannot be written");
    return 0;
}
