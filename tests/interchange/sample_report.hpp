#pragma once

#include "marque/clearance/clearance.hpp"
#include "marque/clearance/report.hpp"

namespace marque::test {

/// A report with one of everything that a report can hold, on invented marks.
Report sample_report();

/// One that found nothing, on a figurative mark.
Report empty_report();

/// Why one entry is no finding.
Clearance::Explained sample_explanation();

}  // namespace marque::test
