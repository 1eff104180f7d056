//! Typed page views and their templates: values in, HTML out.
