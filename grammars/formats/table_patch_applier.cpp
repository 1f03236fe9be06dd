#include <span>
#include <utility>

#include "grammars/formats/record_rewriter.hpp"
#include "grammars/formats/table_column.hpp"
#include "grammars/formats/table_patch_guard.hpp"

namespace daicho {

namespace {

using Edits = std::span<const CellEdit>;

class PatchApplier {
 public:
    PatchApplier(TableReader& table, TableWriter& out, const std::string& name)
        : table_(table),
          out_(out),
          name_(name),
          rewriter_(table.text()->dialect().delimiter, table.columns()) {}

    PatchOutcome apply(Edits edits) {
        const RawText preamble = table_.text()->preamble();
        if (!preamble.text.empty()) out_.write_raw(preamble);
        for (Batch batch; table_.next(batch);) {
            for (std::size_t i = 0; i < batch.size(); ++i) {
                const Edits here = take_edits(edits, batch.record_number(i));
                if (here.empty() || !write(batch, i, here)) out_.write_raw(batch.raw(i));
            }
        }
        guard_.refuse_rest(edits);
        return guard_.take();
    }

 private:
    std::size_t column(const std::string& header) const { return column_of(table_, header, name_); }

    /// Writes the record with the edits made; false where it is to stay as it is.
    bool write(const Batch& batch, std::size_t record, Edits edits) {
        const auto needed = guard_.needed(edits, [&](const std::string& header) {
            return std::optional(batch.cell(record, column(header)));
        });
        return !needed.empty() && rewrite(batch.raw(record), needed);
    }

    bool rewrite(const RawText& raw, const std::vector<const CellEdit*>& edits) {
        rewriter_.read(raw);
        std::vector<RecordRewriter::Part> parts;
        for (const CellEdit* edit : edits) {
            const std::size_t c = column(edit->field);
            if (!rewriter_.writable(c)) {
                guard_.refuse(edits, RefusedEdit::Why::unwritable);
                return false;
            }
            parts.push_back({c, edit->after, false, edit->unquoted});
        }
        out_.write_raw(rewriter_.with(std::move(parts)));
        guard_.made(edits.size());
        return true;
    }

    TableReader& table_;
    TableWriter& out_;
    const std::string& name_;
    RecordRewriter rewriter_;
    PatchGuard guard_;
};

}  // namespace

PatchOutcome apply_patch(TableReader& table, TableWriter& out, const std::vector<CellEdit>& edits,
                         const std::string& name) {
    PatchOutcome outcome = PatchApplier(table, out, name).apply(edits);
    out.finish();
    return outcome;
}

}  // namespace daicho
