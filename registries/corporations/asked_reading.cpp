#include "registries/corporations/asked_reading.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "grammars/values/corporate_name_key.hpp"
#include "grammars/values/payee_name.hpp"

namespace daicho {

namespace {

bool has_word(std::string_view words, std::string_view word) {
    for (std::size_t at = words.find(word); at != words.npos; at = words.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
    }
    return false;
}

/// カブシキガイシャケイヨウギンコウ and ケイヨウギンコウカブシキガイシャ without the form: readings of the
/// register have none.
void add_without_form(const std::string& key, std::vector<AskedReading>& readings) {
    struct FormKey {
        std::string key;
        std::string_view name;
    };
    static const std::vector<FormKey> forms = [] {
        std::vector<FormKey> keys;
        for (const LegalForm& form : legal_forms())
            keys.push_back({corporate_kana_key(form.kana), form.name});
        std::ranges::stable_sort(keys, std::ranges::greater{}, [](const FormKey& f) { return f.key.size(); });
        return keys;
    }();
    for (const FormKey& form : forms) {
        if (form.key.size() >= key.size()) continue;
        if (key.starts_with(form.key)) return readings.push_back({key.substr(form.key.size()), form.name});
        if (key.ends_with(form.key))
            return readings.push_back({key.substr(0, key.size() - form.key.size()), form.name});
    }
}

/// トウサン(ギヨキヨウ: readings of the register have some forms (漁業協同組合) and lack others. A word that
/// is no form (社会福祉協議会) is always in them: without it the reading is that of another.
void add_payee(const PayeeName& payee, std::vector<AskedReading>& readings) {
    const std::string core = corporate_kana_key(payee.corporation);
    const auto joined = [&](std::string_view word) {
        const std::string key = corporate_kana_key(word);
        return payee.form_first ? key + core : core + key;
    };
    if (!payee.reading.empty()) return readings.push_back({joined(payee.reading), {}});
    readings.push_back({core, payee.forms});
    for (const LegalForm& form : legal_forms()) {
        if (!is_company_form(form) && has_word(payee.forms, form.name))
            readings.push_back({joined(form.kana), form.name});
    }
}

/// The kinds of the register that say a form of themselves; 0: the form is of others (399 and so on).
std::uint16_t kind_of(std::string_view form) {
    constexpr std::pair<std::string_view, std::uint16_t> kinds[] = {
        {"株式会社", 301}, {"有限会社", 302}, {"合名会社", 303}, {"合資会社", 304}, {"合同会社", 305}};
    for (const auto& [name, kind] : kinds) {
        if (name == form) return kind;
    }
    return 0;
}

bool kind_agrees(std::string_view forms, std::uint16_t kind) {
    if (forms.empty()) return true;
    const std::uint16_t wanted = kind_of(forms);
    return wanted != 0 ? wanted == kind : kind == 0 || kind >= 399 || kind < 301;
}

}  // namespace

std::vector<AskedReading> readings_of(std::string_view text) {
    std::vector<AskedReading> readings;
    if (const PayeeName payee = read_payee_name(text); !payee.corporation.empty()) {
        add_payee(payee, readings);
        return readings;
    }
    if (std::string key = corporate_kana_key(text); !key.empty()) {
        add_without_form(key, readings);
        readings.push_back({std::move(key), {}});
    }
    return readings;
}

bool form_agrees(std::string_view forms, std::uint16_t kind, unsigned char form) {
    if (form != 0 && has_word(forms, legal_forms()[form - 1u].name)) return true;
    // シユウ)X is no 医療法人, though both are of the kind that says nothing more; a name may lack its form.
    const bool other = !forms.empty() && form != 0 && kind_of(forms) == 0;
    return !other && kind_agrees(forms, kind);
}

}  // namespace daicho
