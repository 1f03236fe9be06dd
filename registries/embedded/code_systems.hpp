#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// What corresponds to a code in another system.
struct CodeRelation {
    std::string_view system;  ///< the id of a system of the table, or the name of one that is not in it
    std::string_view code;    ///< empty where the other has none
    std::string_view ja;
};

/// A code with its words. Texts live as long as the program.
struct SystemCode {
    std::string_view code;  ///< empty in lists of words that have no codes
    std::string_view ja;
    std::string_view en;
    std::string_view group;  ///< the header that it stands under
    std::string_view note;
    std::vector<std::string_view> aliases;
    std::vector<CodeRelation> relations;
};

/// A code system: one whose codes are compiled in, or an entry of the catalogue of those that the state uses,
/// which says where its codes are published.
struct CodeSystem {
    std::string_view id;  ///< SexCodeList, POI, 個人-002
    std::string_view ja;
    std::string_view en;
    std::string_view origin;        ///< the model or document that it comes from
    bool has_codes = false;         ///< `codes` is all of them
    std::vector<SystemCode> codes;  ///< in the order of the source
    std::string_view group;         ///< of the catalogue: what it is about
    std::string_view publisher;
    std::string_view region;
    std::string_view update;  ///< how often it changes
    std::string_view status;  ///< url, unpublished, text, none
    std::string_view data;    ///< where the codes are
    std::string_view format;
    std::string_view page;  ///< where they are explained
    std::string_view note;
};

/// How a text was found in the table, the best first.
enum class CodeMatch : unsigned char {
    system,  ///< it is the id or the name of a system, `コード` and `一覧` at its end left out or not
    label,   ///< it is the label of a code, in Japanese or English
    alias,   ///< it is another name of a code
    code,    ///< it is a code
    start_of_system,  ///< a name of a system begins with it
    start_of_label,
    in_system,  ///< it is somewhere in the name of a system
    in_label,
};

/// Something that was found; `code` is null where it is the system itself.
struct FoundCode {
    const CodeSystem* system = nullptr;
    const SystemCode* code = nullptr;
    CodeMatch match = CodeMatch::system;
};

/// The code lists of the models, the lists of registries/embedded/codes, and the catalogue of code systems.
class CodeSystems {
 public:
    /// Made at the first call, which reads the models that have code lists.
    static const CodeSystems& embedded();
    ~CodeSystems();

    /// The systems with codes, then those of the catalogue.
    std::span<const CodeSystem> systems() const;
    /// The systems whose id or name `text` is; where there is none, those with a name that begins with it, or
    /// else has it in it. Compared by `header_key`.
    std::vector<FoundCode> systems_named(std::string_view text) const;
    /// The code of a system, by the code itself or else by its label or another name; null where there is
    /// none.
    const SystemCode* find(const CodeSystem& system, std::string_view text) const;
    /// Everything that `text` is: a system, a label, another name, a code. The best kind of match first, else
    /// in the order of the table; each thing once.
    std::vector<FoundCode> named(std::string_view text) const;
    /// Everything that has `text` in a name, in the same order.
    std::vector<FoundCode> containing(std::string_view text) const;

 private:
    struct Contents;
    CodeSystems();

    std::unique_ptr<const Contents> contents_;
};

}  // namespace daicho
