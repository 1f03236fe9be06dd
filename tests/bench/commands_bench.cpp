// What a user runs: whole commands over files on disk, each in a process of its own, its CPU time (user and
// system, the best of five) with start, reading, checking and writing, beside packaged programs that do a
// part of the work over the same file and beside what the machine takes to read it at all. Peers that are not
// installed are passed over.
//   commands_bench [RECORDS]
// RECORDS: of the table of 31 columns (1 million: 345 MB).

#include <fstream>
#include <string>

#include "tests/bench/command_comparison.hpp"
#include "tests/bench/records.hpp"

using bench::Command;
using bench::CommandFiles;
using bench::Comparison;

namespace {

const std::string program = DAICHO_PROGRAM;
const std::string model = DAICHO_BENCH_FOLDER "/records.gifm#CheckedRecord";

/// A schema of what `xml` holds: elements named as those of its first record, in their order, of any text.
void write_schema(const std::string& xml, const std::string& path) {
    const std::string begin = "<xs:complexType><xs:sequence>";
    const std::string end = "</xs:sequence></xs:complexType></xs:element>";
    std::string schema = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='records'>";
    schema += begin + "<xs:element name='record' maxOccurs='unbounded'>" + begin;
    std::ifstream file(xml);
    for (std::string line; std::getline(file, line) && line.find("</record>") == line.npos;) {
        const std::size_t from = line.find('<') + 1, to = line.find('>');
        if (line.find("</") != line.npos)
            schema += "<xs:element name='" + line.substr(from, to - from) + "' type='xs:string'/>";
    }
    std::ofstream(path) << schema + end + end + "</xs:schema>";
}

void compare_tables(const CommandFiles& files, std::size_t records) {
    const std::string clean = files.path("clean.csv"), bad = files.path("bad.csv");
    const std::string lines = files.path("clean.jsonl"), xml = files.path("clean.xml");
    bench::write_table(clean, 0, records, 0);
    bench::write_table(bad, 0, records, 1);
    Comparison table("a table of 31 columns", clean, records);
    table.run("validate", {program, "validate", "--model", model, clean});
    table.run("transform", {program, "transform", "--to", model, clean, "-o", files.path("out.csv")});
    table.run("profile", {program, "profile", clean});
    table.run("convert --to jsonl", {program, "convert", "--to", "jsonl", clean, "-o", lines});
    table.run("validate, one bad cell in every record", {program, "validate", "--model", model, bad}, 1);
    table.run("transform, one bad cell in every record",
              {program, "transform", "--to", model, bad, "-o", files.path("out.csv")});
    table.run("(wc -l)", {"wc", "-l", clean});
    table.run("(iconv to UTF-16)", {"iconv", "-f", "UTF-8", "-t", "UTF-16LE", clean});
    table.run("(mlr to CSV)", {"mlr", "--icsv", "--ocsv", "cat", clean});
    table.run("(mlr to JSON Lines)", {"mlr", "--icsv", "--ojsonl", "cat", clean});
    table.run("(sqlite3: import, dates that are none)",
              {"sqlite3", ":memory:", ".import --csv " + clean + " t",
               "select count(*) from t where 開始日 not glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"});
    Comparison json("the same as JSON Lines", lines, records);
    json.run("validate", {program, "validate", "--model", model, lines});
    json.run("convert --to csv", {program, "convert", "--to", "csv", lines, "-o", files.path("out.csv")});
    json.run("(jq -c .)", {"jq", "-c", ".", lines});
    json.run("(mlr to CSV)", {"mlr", "--ijsonl", "--ocsv", "cat", lines});
    const Command as_xml{program, "convert", "--to", "xml", clean, "-o", xml};
    if (bench::command_cost(as_xml, 0).seconds <= 0) return;
    Comparison of_xml("the same as XML", xml, records);
    of_xml.run("validate", {program, "validate", "--model", model, xml}, 1);
    of_xml.run("(xmllint --stream)", {"xmllint", "--stream", "--noout", xml});
    write_schema(xml, files.path("any.xsd"));
    of_xml.run("(xmllint --stream --schema)",
               {"xmllint", "--stream", "--noout", "--schema", files.path("any.xsd"), xml});
}

}  // namespace

int main(int count, char** arguments) {
    const std::size_t records = count > 1 ? std::stoul(arguments[1]) : 1'000'000;
    const CommandFiles files;
    compare_tables(files, records);
}
