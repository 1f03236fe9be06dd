#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/result.hpp"
#include "grammars/model_language/syntax.hpp"

namespace daicho {

class CodeList;
class LookupTable;
class ReferenceData;

/// What an expression gives: nothing is known (an item is missing), or a truth, a text, a number.
struct Value {
    enum class Kind : unsigned char { missing, truth, text, number };
    Kind kind = Kind::missing;
    bool truth = false;
    double number = 0;
    std::string_view text;  ///< into the record, the program, or the `Evaluation` that it was made with

    static Value of(bool truth) { return {Kind::truth, truth, 0, {}}; }
    static Value of(double number) { return {Kind::number, false, number, {}}; }
    static Value of(std::string_view text) { return {Kind::text, false, 0, text}; }
};

/// Something that was done to a text on the way, for the report.
struct EvaluationNote {
    RuleId rule;
    RepairKind kind = RepairKind::normal_form;
    std::string before;
    std::string after;
};

/// One record as an expression sees it, and what is made on the way. One for a thread, cleared for each
/// record.
class Evaluation {
 public:
    std::span<const std::string_view> slots;    ///< text of each slot; empty: missing
    std::span<const std::string_view> columns;  ///< of a transformation: the cells of the source
    const ReferenceData* reference = nullptr;   ///< null: nothing is known
    std::string_view as_of;                     ///< YYYY-MM-DD, or empty
    std::vector<std::string_view>* used =
        nullptr;  ///< null, or where to note which texts were read as a whole
    std::vector<EvaluationNote>* notes = nullptr;  ///< null, or where to note what was repaired

    /// Keeps a text until `clear`.
    std::string_view keep(std::string text);
    void clear() { kept_ = 0; }

 private:
    std::deque<std::string> texts_;
    std::size_t kept_ = 0;
};

/// What an expression may name, given when the model is read. A function that is not set knows nothing.
struct Scope {
    /// Number of the slot of an item path, or nothing.
    std::function<std::optional<std::size_t>(std::string_view path)> slot;
    /// Number of the column of the source table with this header, or nothing.
    std::function<std::optional<std::size_t>(std::string_view header)> column;
    /// The value of a parameter (`$year`), or nothing where there is none of that name.
    std::function<std::optional<std::string>(std::string_view name)> parameter;
    std::function<const CodeList*(std::string_view name)> code_list;
    std::function<const LookupTable*(std::string_view name)> table;
    /// Throws Error that points at `where` of the model file.
    std::function<void(Span where, std::string_view ja, std::string_view en)> fail;
};

/// An expression of a model file, typed and resolved. It is total: no loops, no failure at run time, and a
/// missing item makes its result missing (three-valued logic: `missing and false` is false). May be used from
/// several threads at once.
class Program {
 public:
    struct Node;

    /// Throws through `scope.fail` where a name or a type does not fit.
    Program(const syntax::Expression& expression, const Scope& scope);
    /// The same, and the result must be a condition (an item stands for "has a value").
    static Program condition(const syntax::Expression& expression, const Scope& scope);
    Program(Program&&) noexcept;
    Program& operator=(Program&&) noexcept;
    ~Program();

    Value evaluate(Evaluation& record) const;
    /// Whether the expression is certainly true, and whether it is certainly false.
    bool holds(Evaluation& record) const;
    bool fails(Evaluation& record) const;

 private:
    explicit Program(std::unique_ptr<Node> root);
    std::unique_ptr<Node> root_;
};

/// The item paths that an expression names, and the headers of columns.
std::vector<std::string> item_paths(const syntax::Expression& expression);
std::vector<std::string> column_headers(const syntax::Expression& expression);

}  // namespace daicho
