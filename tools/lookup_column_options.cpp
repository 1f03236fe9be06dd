#include "tools/lookup_column_options.hpp"

#include "tools/table_options.hpp"

namespace daicho {

void add_column_options(OptionList& list, ColumnLookup& column) {
    list.texts(
            "--column", "HEADER", column.columns,
            {"表のこの列を調べ、答えを表の右に加える。QUERY は表のファイル1つ（- は標準入力）",
             "Look up this column of a table and write the table with the answers to its right; QUERY is one "
             "table file (-: standard input)"})
        .each_time();
    list.text("--place-column", "HEADER", column.place_column,
              {"住所の市区町村（コードか名称）の列",
               "Column with the municipality of each address, a code or name"});
    list.texts("--position-column", "HEADER", column.position_columns,
               {"住所に書かれている位置の列。緯度と経度で2回指定する。住所の点との距離（distance）を答え、離"
                "れすぎていれば要確認とする",
                "Columns with the position of each address, latitude and longitude (twice): its distance "
                "from the point of the "
                "address is told, and what is too far is unsure"})
        .each_time();
    list.text("--address-column", "HEADER", column.address_column,
              {"法人の所在地の列", "Column with the address of each corporation"});
    list.texts("--fields", "FIELD,...", column.fields,
               {"答えの項目（キーか項目名。表には answer、reason、note、candidates も）",
                "Fields of the answers, by key or label (of a table also answer, reason, note, candidates)"})
        .separated_by(',')
        .each_time();
    list.choice("--to", column.form,
                {{"csv", InputForm::csv},
                 {"jsonl", InputForm::jsonl},
                 {"geojson", InputForm::geojson},
                 {"ndgeojson", InputForm::ndgeojson}},
                {"表の出力の形式（既定は出力先の名前による。なければ csv）",
                 "Form of the table (default: by the name of OUT, else csv)"});
    list.text("-o,--output", "OUT", column.output,
              {"表の出力先（既定は標準出力）", "Where to write the table (default: standard output)"});
    add_read_options(list, column.read, "input-");
    add_write_options(list, column.write);
}

}  // namespace daicho
