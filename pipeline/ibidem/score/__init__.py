"""Hold what was found against gold: tables of saved queries, and readings of notes, quotations and back-references."""
