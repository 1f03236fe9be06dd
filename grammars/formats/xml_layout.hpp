#pragma once

#include <string>
#include <vector>

#include "grammars/formats/xml_survey.hpp"

namespace daicho {

/// Where the records of an XML document are.
struct XmlLayout {
    std::string name;                  ///< of the document, for messages
    std::string path;                  ///< of the elements that are records, by local names: "/list/item"
    std::vector<std::string> others;   ///< paths of other elements that repeat, which are not read
    std::vector<std::string> outside;  ///< paths of elements beside these and the records that hold values
    std::vector<std::string> mixed;    ///< paths of elements of the records that have text and elements
    std::vector<std::string> several_namespaces, several_patterns;  ///< as `XmlSurvey` tells them
    std::vector<std::string> no_data;                               ///< attributes for programs that check
};

/// Finds the elements that are records in the document that was looked over: those of the outermost path
/// where elements with values in them repeat, where they hold half of all values and what stands beside them
/// speaks of the document (`is_about_document`), or is little beside much; else the root. `wanted` is a path
/// ("/": the root), or the name of an element, that somebody named; nothing: "". Throws Error where there is
/// no such element, with the paths that there are.
XmlLayout choose_xml_records(const XmlSurvey& survey, const std::string& name, const std::string& wanted);

}  // namespace daicho
