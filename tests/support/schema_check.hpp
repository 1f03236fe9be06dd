#pragma once

#include <regex>
#include <string>

#include <nlohmann/json.hpp>

namespace daicho {

/// Checks values against JSON Schema, as far as the schemas of this repository and those of W3C
/// Reconciliation use it: type, enum, const, required, properties, patternProperties, additionalProperties,
/// items, contains, minItems, maxItems, minProperties, minLength, pattern, minimum, maximum, allOf, anyOf,
/// oneOf, not, $ref within the document. A keyword that it does not know is a failure of its own, so that
/// none is passed over.
class SchemaCheck {
 public:
    using Json = nlohmann::json;

    explicit SchemaCheck(Json document) : document_(std::move(document)) {}

    /// What is wrong; empty: nothing.
    std::string wrong(const Json& value, const Json& schema, const std::string& at = "") const {
        if (schema.is_boolean()) return schema.get<bool>() ? "" : at + ": nothing is allowed here";
        for (const auto& [keyword, rule] : schema.items()) {
            if (std::string text = broken(keyword, rule, value, schema, at); !text.empty()) return text;
        }
        return {};
    }
    std::string wrong(const Json& value) const { return wrong(value, document_); }

 private:
    std::string broken(const std::string& keyword, const Json& rule, const Json& value, const Json& schema,
                       const std::string& at) const {
        if (keyword == "$ref") return wrong(value, referred(rule), at);
        if (keyword == "type") return has_type(value, rule) ? "" : at + ": is no " + rule.dump();
        if (keyword == "enum") {
            for (const Json& one : rule) {
                if (one == value) return {};
            }
            return at + ": " + value.dump() + " is none of " + rule.dump();
        }
        if (keyword == "const") return value == rule ? "" : at + ": is not " + rule.dump();
        if (keyword == "allOf") {
            for (const Json& one : rule) {
                if (std::string text = wrong(value, one, at); !text.empty()) return text;
            }
            return {};
        }
        if (keyword == "anyOf" || keyword == "oneOf") return broken_choice(keyword, rule, value, at);
        if (keyword == "not") return wrong(value, rule, at).empty() ? at + ": must not be so" : "";
        if (value.is_object()) return broken_object(keyword, rule, value, schema, at);
        if (value.is_array()) return broken_array(keyword, rule, value, at);
        return broken_plain(keyword, rule, value, at);
    }

    std::string broken_choice(const std::string& keyword, const Json& rule, const Json& value,
                              const std::string& at) const {
        int fits = 0;
        std::string last;
        for (const Json& one : rule) {
            const std::string text = wrong(value, one, at);
            if (text.empty()) {
                ++fits;
            } else {
                last = text;
            }
        }
        if (fits == 0) return last;
        return keyword == "oneOf" && fits > 1 ? at + ": fits more than one" : "";
    }

    std::string broken_object(const std::string& keyword, const Json& rule, const Json& value,
                              const Json& schema, const std::string& at) const {
        if (keyword == "required") {
            for (const Json& name : rule) {
                if (!value.contains(name.get<std::string>())) return at + ": lacks " + name.dump();
            }
            return {};
        }
        if (keyword == "properties") {
            for (const auto& [name, one] : rule.items()) {
                if (!value.contains(name)) continue;
                if (std::string text = wrong(value[name], one, at + "/" + name); !text.empty()) return text;
            }
            return {};
        }
        if (keyword == "patternProperties") {
            for (const auto& [pattern, one] : rule.items()) {
                for (const auto& [name, member] : value.items()) {
                    if (!std::regex_search(name, std::regex(pattern))) continue;
                    if (std::string text = wrong(member, one, at + "/" + name); !text.empty()) return text;
                }
            }
            return {};
        }
        if (keyword == "additionalProperties") return broken_additional(rule, value, schema, at);
        if (keyword == "minProperties")
            return value.size() >= rule.get<std::size_t>() ? "" : at + ": too few";
        return known_elsewhere(keyword, at);
    }

    std::string broken_additional(const Json& rule, const Json& value, const Json& schema,
                                  const std::string& at) const {
        for (const auto& [name, member] : value.items()) {
            if (schema.contains("properties") && schema["properties"].contains(name)) continue;
            bool matched = false;
            if (schema.contains("patternProperties")) {
                for (const auto& [pattern, one] : schema["patternProperties"].items())
                    matched |= std::regex_search(name, std::regex(pattern));
            }
            if (matched) continue;
            if (std::string text = wrong(member, rule, at + "/" + name); !text.empty()) return text;
        }
        return {};
    }

    std::string broken_array(const std::string& keyword, const Json& rule, const Json& value,
                             const std::string& at) const {
        if (keyword == "items") {
            for (std::size_t i = 0; i < value.size(); ++i) {
                if (std::string text = wrong(value[i], rule, at + "/" + std::to_string(i)); !text.empty())
                    return text;
            }
            return {};
        }
        if (keyword == "contains") {
            for (const Json& one : value) {
                if (wrong(one, rule, at).empty()) return {};
            }
            return at + ": has none that is wanted";
        }
        if (keyword == "minItems") return value.size() >= rule.get<std::size_t>() ? "" : at + ": too few";
        if (keyword == "maxItems") return value.size() <= rule.get<std::size_t>() ? "" : at + ": too many";
        return known_elsewhere(keyword, at);
    }

    static std::string broken_plain(const std::string& keyword, const Json& rule, const Json& value,
                                    const std::string& at) {
        if (value.is_string()) {
            const auto text = value.get<std::string>();
            if (keyword == "pattern")
                return std::regex_search(text, std::regex(rule.get<std::string>())) ? "" : at + ": pattern";
            if (keyword == "minLength") return text.size() >= rule.get<std::size_t>() ? "" : at + ": short";
        }
        if (value.is_number()) {
            if (keyword == "minimum") return value >= rule ? "" : at + ": too small";
            if (keyword == "maximum") return value <= rule ? "" : at + ": too large";
        }
        return known_elsewhere(keyword, at);
    }

    static std::string known_elsewhere(const std::string& keyword, const std::string& at) {
        static const std::string known =
            " required properties patternProperties additionalProperties minProperties items minItems "
            "maxItems pattern minLength minimum maximum title description format examples default $schema "
            "$id definitions $defs uniqueItems components ";
        return known.find(" " + keyword + " ") != known.npos ? "" : at + ": no rule for " + keyword;
    }

    static bool has_type(const Json& value, const Json& type) {
        if (type.is_array()) {
            for (const Json& one : type) {
                if (has_type(value, one)) return true;
            }
            return false;
        }
        const auto name = type.get<std::string>();
        if (name == "object") return value.is_object();
        if (name == "array") return value.is_array();
        if (name == "string") return value.is_string();
        if (name == "boolean") return value.is_boolean();
        if (name == "null") return value.is_null();
        if (name == "integer") return value.is_number_integer();
        return name == "number" && value.is_number();
    }

    const Json& referred(const Json& reference) const {
        const auto text = reference.get<std::string>();
        return document_.at(Json::json_pointer(text.substr(text.find('#') + 1)));
    }

    Json document_;
};

}  // namespace daicho
