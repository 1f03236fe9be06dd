#include "grammars/text/generator/writer.hpp"

#include <cstdio>

namespace generator {

std::string hex(char32_t value) {
    char out[16];
    std::snprintf(out, sizeof out, "0x%X", static_cast<unsigned>(value));
    return out;
}

void Writer::line(std::string_view text) {
    text_ += text;
    text_ += '\n';
}

void Writer::array(std::string_view type, std::string_view name, const std::vector<std::string>& values) {
    text_ += "extern const " + std::string(type) + " " + std::string(name) + "[" +
             std::to_string(values.size()) + "] = {\n";
    for (std::size_t i = 0; i < values.size(); ++i) text_ += values[i] + (i % 16 == 15 ? ",\n" : ",");
    text_ += "};\n";
}

void Writer::span(std::string_view type, std::string_view name, const std::vector<std::string>& values) {
    line("namespace {");
    text_ += "constexpr " + std::string(type) + " " + std::string(name) + "_array[] = {\n";
    for (std::size_t i = 0; i < values.size(); ++i) text_ += values[i] + (i % 8 == 7 ? ",\n" : ",");
    text_ += "};\n";
    line("}");
    text_ += "const std::span<const " + std::string(type) + "> " + std::string(name) + " = " +
             std::string(name) + "_array;\n";
}

}  // namespace generator
