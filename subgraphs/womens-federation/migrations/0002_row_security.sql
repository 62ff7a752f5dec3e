call casegraph_protect('aid_leads', 'casegraph_sees_region(region_code)');
call casegraph_protect_parts('aid_feedback', 'aid_lead_id', 'aid_leads');
call casegraph_protect_parts('assistance_measures', 'aid_lead_id', 'aid_leads');
call casegraph_protect_parts('visits', 'aid_lead_id', 'aid_leads');
