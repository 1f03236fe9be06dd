#pragma once

#include <string>
#include <vector>

#include "tests/support/packed_file.hpp"

/// Workbooks of Office Open XML made part by part, with what is written in their sheets.
namespace workbooks {

struct Sheet {
    std::string name;
    std::string data;      ///< what stands in <sheetData>
    std::string after{};   ///< what stands behind it (<mergeCells>)
    std::string before{};  ///< what stands in front of it (<cols>)
    std::string state{};   ///< of the sheet: hidden
};

struct Book {
    std::vector<Sheet> sheets;
    std::string strings{};  ///< <si> elements
    std::string styles{};   ///< what stands in <styleSheet>
    std::string properties{};
    std::vector<packed::Member> more{};  ///< other parts
};

inline std::string xml(const std::string& root, const std::string& content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><" + root +
           " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
           "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">" +
           content + "</" + root + ">";
}

inline std::string relationships(const std::string& content) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
           content + "</Relationships>";
}

inline std::string relationship(const std::string& id, const std::string& kind, const std::string& target) {
    return "<Relationship Id=\"" + id +
           "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind +
           "\" Target=\"" + target + "\"/>";
}

inline std::string part_type(const std::string& part, const std::string& kind) {
    return "<Override PartName=\"/xl/" + part +
           ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind +
           "+xml\"/>";
}

/// The bytes of the file.
inline std::string bytes_of(const Book& book) {
    std::string sheets, parts, types = part_type("workbook", "sheet.main");
    std::vector<packed::Member> members{
        {"[Content_Types].xml", ""},
        {"_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml"))}};
    for (std::size_t i = 0; i < book.sheets.size(); ++i) {
        const Sheet& sheet = book.sheets[i];
        const std::string number = std::to_string(i + 1);
        sheets += "<sheet name=\"" + sheet.name + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"" +
                  (sheet.state.empty() ? "" : " state=\"" + sheet.state + "\"") + "/>";
        parts += relationship("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        types += part_type("worksheets/sheet" + number, "worksheet");
        members.push_back(
            {"xl/worksheets/sheet" + number + ".xml",
             xml("worksheet", sheet.before + "<sheetData>" + sheet.data + "</sheetData>" + sheet.after)});
    }
    if (!book.strings.empty()) {
        parts += relationship("rIdS", "sharedStrings", "sharedStrings.xml");
        types += part_type("sharedStrings", "sharedStrings");
        members.push_back({"xl/sharedStrings.xml", xml("sst", book.strings)});
    }
    if (!book.styles.empty()) {
        parts += relationship("rIdT", "styles", "/xl/styles.xml");
        types += part_type("styles", "styles");
        members.push_back({"xl/styles.xml", xml("styleSheet", book.styles)});
    }
    members.front().bytes =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
        "Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
        "Extension=\"xml\" "
        "ContentType=\"application/xml\"/>" +
        types + "</Types>";
    members.push_back({"xl/_rels/workbook.xml.rels", relationships(parts)});
    members.push_back(
        {"xl/workbook.xml", xml("workbook", book.properties + "<sheets>" + sheets + "</sheets>")});
    members.insert(members.end(), book.more.begin(), book.more.end());
    return packed::zip(members);
}

/// A row of inline texts: "" is no cell.
inline std::string row(unsigned number, const std::vector<std::string>& cells) {
    std::string text = "<row r=\"" + std::to_string(number) + "\">";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty()) continue;
        text += "<c r=\"" + std::string(1, static_cast<char>('A' + i)) + std::to_string(number) +
                "\" t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>";
    }
    return text + "</row>";
}

/// The same of rows from the first on.
inline std::string rows(const std::vector<std::vector<std::string>>& all) {
    std::string text;
    for (std::size_t i = 0; i < all.size(); ++i) text += row(static_cast<unsigned>(i + 1), all[i]);
    return text;
}

}  // namespace workbooks
