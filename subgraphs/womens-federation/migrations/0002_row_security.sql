call casegraph_protect('aid_leads', 'casegraph_sees_region(region_code)');
call casegraph_protect('aid_feedback', 'exists (select from aid_leads where aid_leads.id = aid_lead_id)');
call casegraph_protect('assistance_measures', 'exists (select from aid_leads where aid_leads.id = aid_lead_id)');
call casegraph_protect('visits', 'exists (select from aid_leads where aid_leads.id = aid_lead_id)');
