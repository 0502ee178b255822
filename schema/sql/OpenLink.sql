-- OpenLink, asked as parent: answered by statement

-- the whole query, for guardian (as parent)
-- _r0: Query.node (PolicyDocument)
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select '[' || string_agg('["' || _r0."id"::text || '",' || right(json_build_array(_r0."title")::text, -1), ',') || ']'
        from policy_document _r0
        where
          (
            _r0.id = any ($2::uuid[])
            and (
              (
                _r0.created_by_id = $3::uuid
                and exists (
                  select 1
                  from staff_assignment own
                  where
                    own.staff_id = $3::uuid
                    and own.ended_at is null
                    and own.valid_from <= $4::date
                    and (
                      own.valid_to is null
                      or own.valid_to >= $4::date
                    )
                    and (
                      own.school_id = _r0.school_id
                      or (
                        _r0.school_id is null
                        and coalesce(_r0.district_id, own.district_id) = own.district_id
                      )
                    )
                )
              )
              or (
                (
                  select true
                  from policy_edition pub
                  where
                    pub.document_id = _r0.id
                    and pub.status = 'PUBLISHED'
                  limit 1
                )
                and (
                  _r0.is_public
                  or exists (
                    select 1
                    from audience_target t
                    where
                      t.audience_id = _r0.audience_id
                      and t.key = any ($5::text[])
                  )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guest
-- _r0: Query.node (PolicyDocument)
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select '[' || string_agg('["' || _r0."id"::text || '",' || right(json_build_array(_r0."title")::text, -1), ',') || ']'
        from policy_document _r0
        where
          (
            _r0.id = any ($2::uuid[])
            and (
              (
                select true
                from policy_edition pub
                where
                  pub.document_id = _r0.id
                  and pub.status = 'PUBLISHED'
                limit 1
              )
              and _r0.is_public
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for signed in (as lecturer)
-- _r0: Query.node (PolicyDocument)
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select '[' || string_agg('["' || _r0."id"::text || '",' || right(json_build_array(_r0."title")::text, -1), ',') || ']'
        from policy_document _r0
        where
          (
            _r0.id = any ($2::uuid[])
            and (
              (
                _r0.created_by_id = $3::uuid
                and exists (
                  select 1
                  from staff_assignment own
                  where
                    own.staff_id = $3::uuid
                    and own.ended_at is null
                    and own.valid_from <= $4::date
                    and (
                      own.valid_to is null
                      or own.valid_to >= $4::date
                    )
                    and (
                      own.school_id = _r0.school_id
                      or (
                        _r0.school_id is null
                        and coalesce(_r0.district_id, own.district_id) = own.district_id
                      )
                    )
                )
              )
              or (
                (
                  select true
                  from policy_edition pub
                  where
                    pub.document_id = _r0.id
                    and pub.status = 'PUBLISHED'
                  limit 1
                )
                and _r0.is_public
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.node (PolicyDocument)
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select '[' || string_agg('["' || _r0."id"::text || '",' || right(json_build_array(_r0."title")::text, -1), ',') || ']'
        from policy_document _r0
        where
          (
            _r0.id = any ($2::uuid[])
            and (
              (
                _r0.created_by_id = $3::uuid
                and exists (
                  select 1
                  from staff_assignment own
                  where
                    own.staff_id = $3::uuid
                    and own.ended_at is null
                    and own.valid_from <= $4::date
                    and (
                      own.valid_to is null
                      or own.valid_to >= $4::date
                    )
                    and (
                      own.school_id = _r0.school_id
                      or (
                        _r0.school_id is null
                        and coalesce(_r0.district_id, own.district_id) = own.district_id
                      )
                    )
                )
              )
              or (
                (
                  select true
                  from policy_edition pub
                  where
                    pub.document_id = _r0.id
                    and pub.status = 'PUBLISHED'
                  limit 1
                )
                and (
                  _r0.is_public
                  or exists (
                    select 1
                    from audience_target t
                    where
                      t.audience_id = _r0.audience_id
                      and t.key = any ($5::text[])
                  )
                  or _r0.school_id = any ($6::uuid[])
                  or (
                    _r0.school_id is null
                    and (
                      _r0.district_id is null
                      or _r0.district_id = any ($7::uuid[])
                    )
                  )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
