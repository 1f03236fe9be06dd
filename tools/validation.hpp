#pragma once

#include <string>
#include <vector>

#include "models/dataset/check_listener.hpp"
#include "models/dataset/check_options.hpp"
#include "tools/check_options.hpp"
#include "tools/option_list.hpp"
#include "tools/registry_knowledge.hpp"
#include "tools/report_set.hpp"
#include "tools/session.hpp"

namespace daicho {

/// Which tables are checked, and how.
struct Validation {
    std::vector<std::string> files;
    CheckOptions check;
    AddressUse addresses = AddressUse::check;
    bool corporations = true;
    std::string xsd;  ///< a schema that files of XML are compared with; empty: none
};

/// `--model NAME`.
void add_model_choice(OptionList& list, std::string& model);
/// `--addresses check|off` and `--corporations check|off`.
void add_reference_use(OptionList& list, AddressUse& addresses, bool& corporations);

/// Declares the tables and the options that say how they are checked.
void add_validation(OptionList& list, Validation& validation);

/// Hears of the tables that are checked one after the other.
class ValidationListener : public CheckListener {
 public:
    /// A table cannot be read, or not to its end. Called while its Error is being handled.
    virtual void fail_file(const std::string& path, const BothTexts& why) = 0;
};

/// Checks all tables; whether all were read. `reports` are given each table again where they want it.
bool run_validation(const Validation& validation, const Session& session, ValidationListener& listener,
                    ReportSet* reports = nullptr);

}  // namespace daicho
