#include "grammars/characters/conversion.hpp"

#include "grammars/base/digest.hpp"
#include "grammars/characters/conversion_run.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/encoding_detector.hpp"

namespace daicho {

namespace {

/// Another's source, for a reader that wants its own.
class BorrowedSource final : public ByteSource {
 public:
    explicit BorrowedSource(ByteSource& source) : source_(source) {}

    std::size_t read(char* to, std::size_t size) override { return source_.read(to, size); }
    bool rewindable() const override { return source_.rewindable(); }
    void rewind() override { source_.rewind(); }
    const std::string& name() const override { return source_.name(); }

 private:
    ByteSource& source_;
};

/// Settles how plain text is written down; the source then stands behind a byte-order mark.
TextForm text_form(ByteSource& source, const std::optional<Encoding>& given) {
    TextForm form;
    if (given) {
        form.encoding = *given;
        const std::size_t wanted = byte_order_mark(*given).size();
        std::string start(wanted, '\0');
        std::size_t size = 0;
        while (size < wanted) {
            const std::size_t got = source.read(start.data() + size, wanted - size);
            if (got == 0) break;
            size += got;
        }
        form.bom = bom_size(std::string_view(start).substr(0, size), *given) != 0;
    } else {
        const ProvenEncoding proven = prove_encoding(source);
        form = {proven.encoding, proven.bom_size != 0};
    }
    source.rewind();
    std::string mark(form.bom ? byte_order_mark(form.encoding).size() : 0, '\0');
    for (std::size_t size = 0; size < mark.size();)
        size += source.read(mark.data() + size, mark.size() - size);
    return form;
}

}  // namespace

ConversionSummary convert_characters(ByteSource& source, const ConversionRequest& request,
                                     const TakesBytes& out, const TakesBytes& record) {
    DigestingSource digesting(source);
    if (request.plain_text) {
        const TextForm form = text_form(digesting, request.read.encoding);
        ConversionRun run(request, source.name(), form, out, record);
        convert_lines(run, digesting, form.encoding);
        run.finish(source, digesting.finish().sha256);
        return run.summary();
    }
    ReadOptions read = request.read;
    read.format = "csv";  // its cells are exchanged in the text as written
    const auto table = open_table(std::make_unique<BorrowedSource>(digesting), read);
    const Dialect& dialect = table->text()->dialect();
    ConversionRun run(request, source.name(), {dialect.encoding, dialect.bom}, out, record);
    convert_table(run, *table, request, source.name());
    run.finish(source, digesting.finish().sha256);
    return run.summary();
}

}  // namespace daicho
